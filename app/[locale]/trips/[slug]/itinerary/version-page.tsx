import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DayLine } from "#components/day-line.tsx";
import { EuBlock } from "#components/eu-block.tsx";
import { PageShell } from "#components/page-shell.tsx";
import { SheetFoot } from "#components/sheet-foot.tsx";
import type { PublishedItinerary } from "#domain/itinerary/queries.ts";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { tripPath } from "#domain/trip/rules.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { PrintButton } from "./print-button.tsx";

type VersionPageProps = {
  locale: Locale;
  slug: string;
  /** Address of this page without its language. */
  path: string;
  itinerary: PublishedItinerary;
  /** The version that is shown; null while none is published. */
  facts: ItineraryFacts | null;
  /** Address of its PDF. */
  pdf: string;
  /** What stands above the days, e.g. that there is a newer version. */
  before?: ReactNode;
  /** What stands below the days on a screen. */
  after?: ReactNode;
};

/** A version of an itinerary, day by day, to be read and printed. */
export async function VersionPage(props: VersionPageProps) {
  const { locale, slug, path, itinerary, facts, pdf, before, after } = props;
  const t = await getTranslations("itinerary");
  const { trip, organiser: organiserText, project } = facts ?? itinerary;
  const organiser = textIn(locale, organiserText);
  const stamp = facts && formatStamp(new Date(facts.publishedAt), locale);
  const version = facts && stamp && t("version", { number: facts.number, stamp });
  return (
    <PageShell
      path={path}
      organiser={organiser}
      foot={project ? <EuBlock project={project} organiser={organiser} locale={locale} /> : null}
    >
      <p className="kicker">
        {[t("title"), version, facts?.timesIllustrative ? t("illustrative") : ""]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <h1>{textIn(locale, trip.title)}</h1>
      {itinerary.cancelledAt ? <p className="notice">{t("cancelled")}</p> : null}
      {facts ? null : <p className="lead">{t("unpublished")}</p>}
      {facts && facts.number > 1 ? (
        <p className="small mt-s3">{t("changes", { note: facts.note })}</p>
      ) : null}
      {before}
      <p className="deeds screen">
        {facts ? <PrintButton label={t("print")} /> : null}
        {facts ? <a href={pdf}>{t("pdf")}</a> : null}
        <a href={localePath(locale, tripPath({ slug, invitationOnly: itinerary.invitationOnly }))}>
          {t("toTrip")}
        </a>
      </p>
      {facts?.days.map((day, index) => (
        <DayLine key={day.date} day={day} number={index + 1} locale={locale} />
      ))}
      {after}
      {version ? <SheetFoot text={`${t("title")}, ${version}`} /> : null}
      {facts ? (
        <p className="small paper mt-s5">
          {t("prepared", { stamp: formatStamp(new Date(), locale) })}
        </p>
      ) : null}
    </PageShell>
  );
}
