import { getTranslations } from "next-intl/server";
import type { MunicipalityTrip, Sent } from "#domain/municipality/queries.ts";
import { awaitedDecision } from "#domain/municipality/rules.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

type ToDecideProps = {
  trips: readonly (MunicipalityTrip & { sent: Sent[] })[];
  locale: Locale;
  now: Date;
};

const pages = { signOff: "sign-off", replacement: "replacement", proposal: "replacement" };

/** Who waits for the coordinator's yes or for somebody in their place, what ends first before all others. */
export async function ToDecide({ trips, locale, now }: ToDecideProps) {
  const t = await getTranslations("municipality.decide");
  const waiting = trips
    .flatMap((trip) => trip.sent.map((one) => ({ one, trip, asked: awaitedDecision(one, now) })))
    .toSorted((a, b) => endOf(a.asked) - endOf(b.asked));
  const shown = waiting.flatMap(({ one, trip, asked }) => (asked ? [{ one, trip, asked }] : []));
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{t("title")}</h2>
      <ul className="entries">
        {shown.map(({ one, trip, asked: { kind, until } }) => {
          const person = `${one.givenName} ${one.familyName}`;
          const page = `/municipality/registrations/${one.registrationId}/${pages[kind]}`;
          return (
            <li key={one.registrationId}>
              <h3>{person}</h3>
              <p>
                {[one.position, textIn(locale, trip.title), formatDays(trip.dates, locale)]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              <p>
                {until
                  ? t(`${kind}Until`, { until: formatDeadline(until, locale, now) })
                  : t("signOffInLine", { place: one.place ?? 0 })}
              </p>
              <p className="deeds">
                <a
                  className="button"
                  href={localePath(locale, page)}
                  aria-label={`${t(kind)}: ${person}`}
                >
                  {t(kind)}
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const endOf = (asked: { until: Date | null } | null) =>
  asked?.until?.getTime() ?? Number.MAX_SAFE_INTEGER;
