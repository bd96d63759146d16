import { getTranslations } from "next-intl/server";
import { certifiedDays, type DayPresent } from "#domain/certificate/rules.ts";
import type { RegistrationState } from "#domain/registration/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type PersonPapersProps = {
  locale: Locale;
  now: Date;
  /** Whose papers, where that is not the reader. */
  person?: string;
  one: {
    registrationId: string;
    state: RegistrationState;
    tripDates: readonly IsoDate[];
    tripCancelledAt: Date | null;
    tripCompletedAt: Date | null;
    presentOn: readonly DayPresent[];
  };
  /** Links beside the others of a line, and the own itinerary among them. */
  own?: boolean;
};

/** The papers for the employer that somebody can have now: before the trip the invitation, after it the certificate. */
export async function PersonPapers({ locale, now, person, one, own = false }: PersonPapersProps) {
  const t = await getTranslations("papers.person");
  const at = localePath(locale, `/registrations/${one.registrationId}`);
  const trip = {
    dates: one.tripDates,
    cancelledAt: one.tripCancelledAt,
    completedAt: one.tripCompletedAt,
  };
  const seated = one.state === "confirmed" && !one.tripCancelledAt;
  const link = (paper: "itinerary" | "invitation" | "certificate") => (
    <a href={`${at}/${paper}.pdf`} aria-label={person ? t(`${paper}Of`, { person }) : undefined}>
      {t(paper)}
    </a>
  );
  return (
    <>
      {own && seated ? link("itinerary") : null}
      {seated ? link("invitation") : null}
      {certifiedDays(trip, one.presentOn, now).length > 0 ? link("certificate") : null}
    </>
  );
}
