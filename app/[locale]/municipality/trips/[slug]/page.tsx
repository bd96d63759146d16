import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { SentTable } from "../../sent-table.tsx";
import { NamePlaces } from "./name-places.tsx";
import { readMunicipalityTrip } from "./read-municipality-trip.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.delegation");
  return { title: t("onTrip") };
}

const notices = ["sent", "named"] as const;

/** Whom the municipality has on a trip: seats, the line, and places that wait for a name. */
export default async function MunicipalityTripPage({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality/trips/[slug]">) {
  const found = await readMunicipalityTrip(params, searchParams);
  const { locale, path, own, facts, call, sent, query, slug, done, now } = found;
  const t = await getTranslations("municipality.delegation");
  const title = textIn(locale, facts.title);
  const notice = notices.find((one) => one === done);
  const seated = sent.filter(({ state }) => state !== "waiting").length;
  const delegations = [...new Set(sent.flatMap(({ delegationId }) => delegationId ?? []))];
  const unnamed = sent.filter(({ named }) => !named);
  const send = localePath(locale, `/municipality/trips/${slug}/delegation`) + query;
  return (
    <PageShell path={path + query}>
      <p className="kicker">
        <a href={localePath(locale, "/municipality") + query}>{textIn(locale, own.name)}</a>
        {" · "}
        {formatDays(facts.dates, locale)}
      </p>
      <h1>{title}</h1>
      {notice ? (
        <p className="notice" role="status">
          {t(`done.${notice}`)}
        </p>
      ) : null}
      <p className="lead">{t("summary", { seated, waiting: sent.length - seated })}</p>
      {sent.length > 0 ? (
        <SentTable trip={{ ...facts, sent }} caption={title} locale={locale} now={now} />
      ) : (
        <p>{t("nobody")}</p>
      )}
      {facts.asksDelegations && delegations.length > 0 ? (
        <p className="deeds screen">
          {delegations.map((id, index) => (
            <a key={id} href={localePath(locale, `/municipality/delegations/${id}/questions`)}>
              {t("questions", { number: delegations.length > 1 ? index + 1 : 0 })}
            </a>
          ))}
        </p>
      ) : null}
      {call ? (
        <p className="deeds screen">
          <a className="button quiet" href={send}>
            {t("send")}
          </a>
        </p>
      ) : null}
      {unnamed.length > 0 && now < facts.namesFrozenAt ? (
        <NamePlaces
          places={unnamed}
          until={formatDeadline(facts.namesFrozenAt, locale, now)}
          page={`/municipality/trips/${slug}${query}`}
          locale={locale}
        />
      ) : null}
    </PageShell>
  );
}
