import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { ownTrips } from "#domain/organiser/queries.ts";
import { openRequestCount } from "#domain/role-request/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireReader } from "./require-organiser.ts";
import { TripTable } from "./trip-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.list");
  return { title: t("title") };
}

/** The trips that one organises; an administrator, who only reads, sees all. */
export default async function Trips({ params }: PageProps<"/[locale]/organise">) {
  const { locale, actor, organises, administers } = await requireReader(params, "/organise");
  const t = await getTranslations("organise.list");
  const [trips, requests] = await Promise.all([
    ownTrips(actor, new Date()),
    openRequestCount(actor),
  ]);
  const coordinators = (
    <a href={localePath(locale, "/organise/coordinators")}>
      {t("coordinators", { count: requests ?? 0 })}
    </a>
  );
  return (
    <PageShell path="/organise">
      <h1>{t(organises ? "title" : "all")}</h1>
      {organises ? (
        <>
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
            <a href={localePath(locale, "/organise/trips/import")}>{t("import")}</a>
            <a href={localePath(locale, "/organise/hosts")}>{t("hosts")}</a>
            {coordinators}
          </p>
        </>
      ) : null}
      {administers ? (
        <p className="deeds">
          <a href={localePath(locale, "/organise/domains")}>{t("domains")}</a>
          {organises ? null : coordinators}
        </p>
      ) : null}
      {trips.length ? <TripTable trips={trips} locale={locale} /> : null}
    </PageShell>
  );
}
