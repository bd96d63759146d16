import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DayLine } from "#components/day-line.tsx";
import { EuBlock } from "#components/eu-block.tsx";
import { PageShell } from "#components/page-shell.tsx";
import { RouteMap } from "#components/route-map.tsx";
import { SheetFoot } from "#components/sheet-foot.tsx";
import { formatStamp, joinList } from "#lib/dates.ts";
import { isLocale, textIn } from "#lib/locales.ts";
import { MissingPage } from "../../missing-page.tsx";
import { DaysAhead } from "./days-ahead.tsx";
import { Papers } from "./papers.tsx";
import { readTrip } from "./read-trip.ts";
import { SeatsBox } from "./seats-box.tsx";
import { Senders } from "./senders.tsx";
import { TripFactList } from "./trip-fact-list.tsx";

// A public page: made at its first request, kept until a fact changes (docs/decisions/public-pages.md).
export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/trips/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const found = await readTrip(slug);
  if (!found || !isLocale(locale)) return {};
  return {
    title: textIn(locale, found.call.title),
    description: textIn(locale, found.trip.aim).slice(0, 200),
  };
}

export default async function TripPage({ params }: Props) {
  const { locale, slug } = await params;
  const found = await readTrip(slug);
  if (!found || !isLocale(locale)) return <MissingPage />;
  const { call, trip, itinerary, now } = found;
  const t = await getTranslations("trip");
  const inItinerary = await getTranslations("itinerary");
  const topicIn = await getTranslations("topic");
  const topics = trip.topics.map((topic) => topicIn(topic).toLocaleLowerCase(locale));
  const organiser = textIn(locale, call.organiser);
  const { project } = call;
  return (
    <PageShell
      path={`/trips/${slug}`}
      organiser={organiser}
      foot={project ? <EuBlock project={project} organiser={organiser} locale={locale} /> : null}
    >
      <p className="kicker">
        {[t("kicker"), ...(topics.length ? [joinList(topics, locale)] : [])].join(" · ")}
      </p>
      <h1>{textIn(locale, call.title)}</h1>
      {call.cancelReason ? (
        <p className="notice">{t("cancelled", { reason: textIn(locale, call.cancelReason) })}</p>
      ) : null}
      <p className="lead">{textIn(locale, trip.aim)}</p>
      <TripFactList call={call} trip={trip} locale={locale} now={now} />
      <div className="two">
        <aside>
          <SeatsBox call={call} trip={trip} locale={locale} now={now} />
          <Papers itinerary={itinerary} slug={slug} locale={locale} />
        </aside>
        <div>
          {trip.route.length ? (
            <section>
              <h2>{t("route")}</h2>
              <RouteMap route={trip.route} locale={locale} />
            </section>
          ) : null}
          {itinerary ? (
            <SheetFoot
              text={`${inItinerary("title")}, ${inItinerary("version", {
                number: itinerary.number,
                stamp: formatStamp(new Date(itinerary.publishedAt), locale),
              })}`}
            />
          ) : null}
          {itinerary?.days.map((day, index) => (
            <DayLine key={day.date} day={day} number={index + 1} locale={locale} />
          ))}
          {itinerary ? null : <DaysAhead dates={call.dates} locale={locale} />}
          {call.state === "completed" ? <Senders senders={trip.senders} locale={locale} /> : null}
        </div>
      </div>
    </PageShell>
  );
}
