import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import { mostArchiveBytes } from "#domain/archive/schema.ts";
import { tripChoices } from "#domain/choice/queries.ts";
import { localePath } from "#lib/locales.ts";
import { withErrors } from "../../refuse.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { ImportForm } from "./import-form.tsx";
import { problemWords } from "./problem-words.ts";
import { readRefusal } from "./refusal.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.import");
  return { title: t("title") };
}

export default async function ImportTrip({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/import">) {
  const path = "/organise/trips/import";
  const { locale, actor, organisationIds } = await requireOrganiser(params, path);
  const kept = await readRefusal((await searchParams).refused);
  const form = new FormData();
  form.set("organisationId", kept?.organisationId ?? organisationIds[0]);
  const wrong = kept ? await problemWords(locale, kept.problems, kept.more) : [];
  const t = await getTranslations("organise");
  const { organisations } = await tripChoices(actor);
  const organisation: RecordFieldFacts | null =
    organisations.length > 1
      ? {
          kind: "select",
          name: "organisationId",
          label: t("import.organisation"),
          options: organisations.map(({ id, name }) => ({ value: id, label: name })),
        }
      : null;
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/organise")}>{t("list.title")}</a>
      </p>
      <h1>{t("import.title")}</h1>
      <p className="lead">{t("import.lead")}</p>
      <p>{t("import.leftOut")}</p>
      <ImportForm
        action={localePath(locale, `${path}/file`)}
        sending={randomUUID()}
        state={await withErrors(locale, untouched(), form, wrong)}
        organisation={organisation}
        mostBytes={mostArchiveBytes}
        texts={{
          file: t("import.file"),
          fileHint: t("import.fileHint"),
          tooLarge: t("import.problem.fileTooLarge"),
          submit: t("import.submit"),
          back: t("form.back"),
        }}
        backTo={localePath(locale, "/organise")}
      />
    </PageShell>
  );
}
