import { getTranslations } from "next-intl/server";
import { DayLine } from "#components/day-line.tsx";
import { EuBlock } from "#components/eu-block.tsx";
import { PageShell } from "#components/page-shell.tsx";
import { RouteMap } from "#components/route-map.tsx";
import { SheetFoot } from "#components/sheet-foot.tsx";
import type { Call } from "#domain/call/queries.ts";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import type { PublishedTrip } from "#domain/trip/queries.ts";
import { formatStamp, joinList } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { DaysAhead } from "./days-ahead.tsx";
import { Papers } from "./papers.tsx";
import { SeatsBox } from "./seats-box.tsx";
import { Senders } from "./senders.tsx";
import { TripFactList } from "./trip-fact-list.tsx";

type TripPageProps = {
  call: Call;
  trip: PublishedTrip;
  itinerary: ItineraryFacts | null;
  now: Date;
  locale: Locale;
  path: string;
};

/** All that is said of a trip: the call, who may come, and the itinerary of its days. */
export async function TripPage({ call, trip, itinerary, now, locale, path }: TripPageProps) {
  const { slug } = call;
  const t = await getTranslations("trip");
  const inItinerary = await getTranslations("itinerary");
  const topicIn = await getTranslations("topic");
  const topics = trip.topics.map((topic) => topicIn(topic).toLocaleLowerCase(locale));
  const organiser = textIn(locale, call.organiser);
  const { project } = call;
  return (
    <PageShell
      path={path}
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
