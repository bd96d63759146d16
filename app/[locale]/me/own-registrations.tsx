import { getTranslations } from "next-intl/server";
import { PersonPapers } from "#components/person-papers.tsx";
import type { OwnRegistration } from "#domain/registration/queries.ts";
import { formatDays, formatStamp } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { RegistrationState } from "../registration-state.tsx";

type OwnRegistrationsProps = {
  registrations: readonly OwnRegistration[];
  locale: Locale;
  now: Date;
};

/** Registrations one below the other: the trip is the link, then its days, the state, and what can be done. */
export async function OwnRegistrations({ registrations, locale, now }: OwnRegistrationsProps) {
  const t = await getTranslations("me");
  const version = await getTranslations("itinerary");
  return (
    <ul className="entries">
      {registrations.map((own) => {
        const trip = localePath(locale, `/trips/${own.tripSlug}`);
        const title = textIn(locale, own.tripTitle);
        const active = own.state !== "withdrawn";
        return (
          <li key={own.registrationId}>
            <h3>
              <a href={active ? `${trip}/registration` : trip}>{title}</a>
            </h3>
            <p>{formatDays(own.tripDates, locale)}</p>
            <p>
              <RegistrationState own={own} />
              <span className="small"> · {own.organisation}</span>
            </p>
            <p className="deeds">
              <a href={`${trip}/itinerary`} aria-label={`${t("itinerary")}: ${title}`}>
                {t("itinerary")}
              </a>
              {own.itinerary ? (
                <span className="small">
                  {version("version", {
                    number: own.itinerary.number,
                    stamp: formatStamp(new Date(own.itinerary.publishedAt), locale),
                  })}
                </span>
              ) : null}
              <PersonPapers one={own} locale={locale} now={now} person={title} />
              {active && !own.tripCompletedAt ? (
                <a
                  href={`${trip}/registration/withdrawal`}
                  aria-label={`${t("withdraw")}: ${title}`}
                >
                  {t("withdraw")}
                </a>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
