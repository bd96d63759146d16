import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DayLine } from "#components/day-line.tsx";
import { EuBlock } from "#components/eu-block.tsx";
import { PageShell } from "#components/page-shell.tsx";
import { publicActor } from "#domain/actor/queries.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { PrintButton } from "./print-button.tsx";

type Props = PageProps<"/[locale]/trips/[slug]/itinerary">;

/** One reading for the page and its title. */
const read = cache(async (slug: string) => {
  await connection();
  return publishedItinerary(publicActor, slug);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const itinerary = await read(slug);
  if (!itinerary || !isLocale(locale)) return {};
  const t = await getTranslations("itinerary");
  return { title: t("titleOf", { trip: textIn(locale, itinerary.trip.title) }) };
}

export default async function ItineraryPage({ params }: Props) {
  const { locale, slug } = await params;
  const itinerary = await read(slug);
  if (!itinerary || !isLocale(locale)) notFound();
  const t = await getTranslations("itinerary");
  const { facts, cancelledAt } = itinerary;
  const { trip, organiser: organiserText, project } = facts ?? itinerary;
  const organiser = textIn(locale, organiserText);
  const address = localePath(locale, `/trips/${slug}`);
  return (
    <PageShell
      path={`/trips/${slug}/itinerary`}
      organiser={organiser}
      foot={project ? <EuBlock project={project} organiser={organiser} locale={locale} /> : null}
    >
      <p className="kicker">
        {facts
          ? [
              t("title"),
              t("version", {
                number: facts.number,
                stamp: formatStamp(new Date(facts.publishedAt), locale),
              }),
              ...(facts.timesIllustrative ? [t("illustrative")] : []),
            ].join(" · ")
          : t("title")}
      </p>
      <h1>{textIn(locale, trip.title)}</h1>
      {cancelledAt ? <p className="notice">{t("cancelled")}</p> : null}
      {facts ? null : <p className="lead">{t("unpublished")}</p>}
      {facts && facts.number > 1 ? (
        <p className="small mt-s3">{t("changes", { note: facts.note })}</p>
      ) : null}
      <p className="deeds screen">
        {facts ? <PrintButton label={t("print")} /> : null}
        {facts ? <a href={`${address}/itinerary.pdf`}>{t("pdf")}</a> : null}
        <a href={address}>{t("toTrip")}</a>
      </p>
      {facts?.days.map((day, index) => (
        <DayLine key={day.date} day={day} number={index + 1} locale={locale} />
      ))}
      {facts ? (
        <p className="small paper mt-s5">
          {t("prepared", { stamp: formatStamp(new Date(), locale) })}
        </p>
      ) : null}
    </PageShell>
  );
}
