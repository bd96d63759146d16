import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { places } from "#domain/host/queries.ts";
import { regions } from "#domain/host/schema.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../require-organiser.ts";
import { makePlace } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.places");
  return { title: t("title") };
}

export default async function Places({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/places">) {
  const path = "/organise/places";
  const { locale, actor } = await requireOrganiser(params, path);
  const t = await getTranslations("organise");
  const known = await places(actor);
  const inCountry = (country: "LV" | "LT") =>
    regions[country].map((region) => ({
      value: region,
      label: region,
      group: t(`seats.country.${country}`),
    }));
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/organise/hosts")}>{t("hosts.title")}</a>
      </p>
      <h1>{t("places.title")}</h1>
      {(await searchParams).done ? (
        <p className="notice" role="status">
          {t("places.done")}
        </p>
      ) : null}
      <p className="lead">{t("places.lead")}</p>
      <section className="screen">
        <h2>{t("places.new")}</h2>
        <RecordForm
          action={makePlace.bind(null, locale)}
          initial={untouched()}
          fields={[
            { kind: "line", name: "name", label: t("places.name") },
            {
              kind: "select",
              name: "region",
              label: t("places.region"),
              options: [...inCountry("LV"), ...inCountry("LT")],
            },
            {
              kind: "line",
              type: "number",
              name: "latitude",
              label: t("places.latitude"),
              hint: t("places.latitudeHint"),
              narrow: true,
            },
            {
              kind: "line",
              type: "number",
              name: "longitude",
              label: t("places.longitude"),
              hint: t("places.longitudeHint"),
              narrow: true,
            },
          ]}
          submit={t("places.save")}
        />
      </section>
      <section>
        <h2>{t("places.known")}</h2>
        <p>{known.map(({ name }) => name).join(", ") || t("places.none")}</p>
      </section>
    </PageShell>
  );
}
