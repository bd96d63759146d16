import { getTranslations } from "next-intl/server";
import type { MunicipalityTrip, Sent } from "#domain/municipality/queries.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { SentTable } from "./sent-table.tsx";

type SentPeopleProps = {
  trips: readonly (MunicipalityTrip & { sent: Sent[] })[];
  /** Which municipality, for those who coordinate several. */
  query: string;
  locale: Locale;
  now: Date;
};

/** The municipality's people on the trips ahead: delegations and those who registered by themselves. */
export async function SentPeople({ trips, query, locale, now }: SentPeopleProps) {
  const t = await getTranslations("municipality.sent");
  return (
    <section>
      <h2>{t("title")}</h2>
      {trips.length === 0 ? <p>{t("none")}</p> : null}
      {trips.map((trip) => {
        const { slug, sent, taken, maximum, namesFrozenAt } = trip;
        const unnamed = sent.filter(({ named }) => !named).length;
        const waiting = sent.filter(({ state }) => state === "waiting").length;
        const title = textIn(locale, trip.title);
        return (
          <article key={slug} className="sent">
            <h3>
              <a href={localePath(locale, `/municipality/trips/${slug}`) + query}>{title}</a>
            </h3>
            <p>{formatDays(trip.dates, locale)}</p>
            <p>
              {maximum === null ? t("seats", { taken }) : t("seatsOf", { taken, maximum })}
              {waiting > 0 ? ` ${t("waiting", { waiting })}` : ""}
            </p>
            {unnamed > 0 ? (
              <p>
                {t(now < namesFrozenAt ? "unnamed" : "unnamedLate", {
                  unnamed,
                  until: formatDeadline(namesFrozenAt, locale, now),
                })}
              </p>
            ) : null}
            <SentTable trip={trip} caption={title} locale={locale} now={now} />
          </article>
        );
      })}
    </section>
  );
}
