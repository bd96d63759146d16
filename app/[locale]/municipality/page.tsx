import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { municipalityNames, municipalityNow } from "#domain/municipality/queries.ts";
import { awaitedDecision } from "#domain/municipality/rules.ts";
import { pastTrips } from "#domain/past-trip/queries.ts";
import { rulings } from "#domain/ruling/queries.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { OpenCalls } from "./open-calls.tsx";
import { PastTrips } from "./past-trips.tsx";
import { requireCoordinator } from "./require-coordinator.ts";
import { Rulings } from "./rulings.tsx";
import { SentPeople } from "./sent-people.tsx";
import { ToDecide } from "./to-decide.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.page");
  return { title: t("title") };
}

/** A municipality's trips, as its coordinator works on them: what waits for a decision first. */
export default async function MunicipalityPage({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality">) {
  const { locale, actor, organisationIds, path, now } = await requireCoordinator(params);
  const [{ of }, municipalities] = await Promise.all([
    searchParams,
    municipalityNames(actor, organisationIds),
  ]);
  const shown = of === undefined ? municipalities[0] : municipalities.find(({ id }) => id === of);
  if (!shown) notFound();
  const [ahead, decided, past] = await Promise.all([
    municipalityNow(actor, shown.id, now),
    rulings(actor, shown.id),
    pastTrips(actor, shown.id, now),
  ]);
  if (!ahead || !decided || !past) notFound();
  const t = await getTranslations("municipality.page");
  const several = municipalities.length > 1;
  const pageOf = (id: string) => `${localePath(locale, path)}?${new URLSearchParams({ of: id })}`;
  const sent = ahead.trips.flatMap((trip) => trip.sent);
  const waiting = sent.filter(({ state }) => state === "waiting").length;
  const query = several ? `?${new URLSearchParams({ of: shown.id })}` : "";
  return (
    <PageShell path={several ? `${path}${query}` : path}>
      <p className="kicker">{t("title")}</p>
      <h1>{textIn(locale, shown.name)}</h1>
      {several ? (
        <nav className="deeds screen" aria-label={t("others")}>
          {municipalities.map(({ id, name }) => (
            <a key={id} href={pageOf(id)} aria-current={id === shown.id ? "page" : undefined}>
              {textIn(locale, name)}
            </a>
          ))}
        </nav>
      ) : null}
      <p className="lead">
        {t("summary", {
          decisions: sent.filter((one) => awaitedDecision(one, now)).length,
          seats: sent.length - waiting,
          waiting,
          line: String(waiting > 0),
        })}
      </p>
      <ToDecide trips={ahead.trips} locale={locale} now={now} />
      <OpenCalls calls={ahead.calls} query={query} locale={locale} now={now} />
      <SentPeople trips={ahead.trips} query={query} locale={locale} now={now} />
      <Rulings decided={decided} locale={locale} />
      <PastTrips trips={past} locale={locale} />
    </PageShell>
  );
}
