import { getTranslations } from "next-intl/server";
import type { PastTrip } from "#domain/past-trip/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

type PastTripsProps = { trips: readonly PastTrip[]; locale: Locale };

/** Who was on which trip, with the days attended where they were recorded. */
export async function PastTrips({ trips, locale }: PastTripsProps) {
  const t = await getTranslations("municipality.past");
  const papers = await getTranslations("papers.person");
  return (
    <section>
      <h2>{t("title")}</h2>
      {trips.length === 0 ? <p>{t("none")}</p> : null}
      {trips.length ? (
        <ul className="entries">
          {trips.map(({ slug, title, dates, people }) => (
            <li key={slug}>
              <h3>
                <a href={localePath(locale, `/trips/${slug}`)}>{textIn(locale, title)}</a>
              </h3>
              <p>
                {formatDays(dates, locale)} · {t("people", { people: people.length })}
              </p>
              <ul className="plain">
                {people.map(
                  ({ registrationId, givenName, familyName, attended, certified, noShow }) => (
                    <li key={registrationId}>
                      {givenName} {familyName}
                      {noShow ? `, ${t("noShow")}` : ""}
                      {attended === null || noShow
                        ? ""
                        : `, ${t("attended", {
                            attended,
                            days: dates.length,
                            shape: shapeOf(attended, dates.length),
                          })}`}
                      {certified ? (
                        <>
                          {" · "}
                          <a
                            href={localePath(
                              locale,
                              `/registrations/${registrationId}/certificate.pdf`,
                            )}
                            aria-label={papers("certificateOf", {
                              person: `${givenName} ${familyName}`,
                            })}
                          >
                            {papers("certificate")}
                          </a>
                        </>
                      ) : null}
                    </li>
                  ),
                )}
              </ul>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Of a single day it is said whether somebody was there, and not on how many. */
const shapeOf = (attended: number, days: number) => {
  if (days > 1) return "counted";
  return attended > 0 ? "there" : "absent";
};
