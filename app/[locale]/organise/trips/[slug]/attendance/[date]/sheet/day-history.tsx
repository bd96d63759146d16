import { getTranslations } from "next-intl/server";
import { partWords } from "#components/part-words.ts";
import type { DayEvent } from "#domain/day-history/queries.ts";
import { partLabel } from "#domain/day-part/rules.ts";
import { formatStamp } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type DayHistoryProps = { events: DayEvent[]; locale: Locale };

/** What happened to the evidence of the day, as a line. */
export async function DayHistory({ events, locale }: DayHistoryProps) {
  if (events.length === 0) return null;
  const t = await getTranslations("signedSheet.history");
  const words = await partWords();
  const said = (event: DayEvent) => {
    switch (event.kind) {
      case "sheetAdded":
        return t("sheetAdded", { name: event.name });
      case "explained":
        return t("explained", { person: event.person });
      case "corrected":
        return t("corrected", { person: event.person, present: String(event.present) });
      case "walkInAdded":
        return t("walkInAdded", { person: event.person });
      case "walkInRemoved":
        return t("walkInRemoved", { person: event.person });
      case "locked":
        return t("locked", { present: event.present, people: event.people });
      case "reopened":
        return t("reopened");
    }
  };
  return (
    <section>
      <h2>{t("title")}</h2>
      <ol className="line steps">
        {events.map((event, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added, and two may come at one moment
          <li key={row} className="done">
            <span className="stop" />
            <div className="what">
              <h3>{said(event)}</h3>
              <p>
                {formatStamp(event.at, locale)}
                {event.byName ? `, ${event.byName}` : ""}
              </p>
              {"part" in event && event.part ? <p>{partLabel(event.part, locale, words)}</p> : null}
              {"words" in event ? <p>{t("words", { words: event.words })}</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
