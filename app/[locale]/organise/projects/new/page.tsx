import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { makeProject } from "../actions.ts";
import { projectFields } from "../project-fields.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.projects");
  return { title: t("new") };
}

export default async function NewProject({ params }: PageProps<"/[locale]/organise/projects/new">) {
  const path = "/organise/projects/new";
  const { locale, organisationIds } = await requireOrganiser(params, path);
  const t = await getTranslations("organise");
  const list = localePath(locale, "/organise/projects");
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={list}>{t("projects.title")}</a>
      </p>
      <h1>{t("projects.new")}</h1>
      <RecordForm
        action={makeProject.bind(null, locale, organisationIds[0])}
        initial={untouched({ period: "2021-2027" })}
        fields={await projectFields()}
        submit={t("projects.save")}
        back={{ href: list, label: t("form.back") }}
      />
    </PageShell>
  );
}
