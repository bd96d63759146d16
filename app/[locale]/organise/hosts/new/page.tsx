import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { places } from "#domain/host/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { makeHost } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.hosts");
  return { title: t("newTitle") };
}

export default async function NewHost({ params }: PageProps<"/[locale]/organise/hosts/new">) {
  const path = "/organise/hosts/new";
  const { locale, actor } = await requireOrganiser(params, path);
  const t = await getTranslations("organise");
  const known = await places(actor);
  const list = localePath(locale, "/organise/hosts");
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={list}>{t("hosts.title")}</a>
      </p>
      <h1>{t("hosts.newTitle")}</h1>
      <p className="lead">{t("hosts.newLead")}</p>
      <RecordForm
        action={makeHost.bind(null, locale)}
        initial={untouched()}
        fields={[
          { kind: "line", name: "name", label: t("hosts.name") },
          {
            kind: "line",
            name: "nameEn",
            label: t("hosts.nameEn"),
            hint: t("hosts.nameEnHint"),
            lang: "en",
          },
          {
            kind: "select",
            name: "placeId",
            label: t("hosts.place"),
            options: known.map(({ id, name, region }) => ({
              value: id,
              label: `${name} (${region})`,
            })),
          },
        ]}
        submit={t("hosts.save")}
        back={{ href: list, label: t("form.back") }}
      />
      <p className="small">
        <a href={localePath(locale, "/organise/places")}>{t("new.placeMissing")}</a>
      </p>
    </PageShell>
  );
}
