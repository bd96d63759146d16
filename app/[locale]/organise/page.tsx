import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { ownTrips } from "#domain/organiser/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "./require-organiser.ts";
import { TripTable } from "./trip-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.list");
  return { title: t("title") };
}

export default async function OwnTrips({ params }: PageProps<"/[locale]/organise">) {
  const { locale, actor } = await requireOrganiser(params, "/organise");
  const t = await getTranslations("organise.list");
  const trips = await ownTrips(actor, new Date());
  return (
    <PageShell path="/organise">
      <h1>{t("title")}</h1>
      <p className="lead">
        {t("summary", {
          all: trips.length,
          open: trips.filter(({ state }) => state === "open").length,
          drafts: trips.filter(({ state }) => state === "draft").length,
        })}
      </p>
      <p className="deeds">
        <a className="button" href={localePath(locale, "/organise/trips/new")}>
          {t("create")}
        </a>
        <a href={localePath(locale, "/organise/hosts")}>{t("hosts")}</a>
      </p>
      {trips.length ? <TripTable trips={trips} locale={locale} /> : null}
    </PageShell>
  );
}
