import { getTranslations } from "next-intl/server";
import type { DraftItem } from "#domain/draft/schema.ts";
import { stopShape } from "#domain/itinerary/rules.ts";
import type { Draft } from "#domain/itinerary/schema.ts";
import { formatTimeRange, formatWeekday } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { MoveButtons } from "./move-buttons.tsx";

type DraftDayProps = {
  day: Draft["days"][number];
  /** Which day of the trip it is, from 1. */
  number: number;
  slug: string;
  locale: Locale;
};

/** A day of the draft as a line, each stop with what can be done to it. */
export async function DraftDay({ day, number, slug, locale }: DraftDayProps) {
  const t = await getTranslations("organise.itinerary");
  const words = await getTranslations("itinerary");
  const path = `/organise/trips/${slug}/itinerary`;
  return (
    <section id={`day-${day.date}`}>
      <h2 className="day">
        {words("day", { number })} <span>{formatWeekday(day.date, locale)}</span>
      </h2>
      {day.items.length === 0 ? <p>{t("emptyDay")}</p> : null}
      <ol className="line">
        {day.items.map((item, index) => (
          <li key={item.id} className={stopShape(item.kind)} id={item.id}>
            <span className="when">{formatTimeRange(item.startsAt, item.endsAt, locale)}</span>
            <span className="stop" />
            <div className="what">
              <h3>
                <span className="sr-only">{words(`kind.${item.kind}`)}: </span>
                <a href={localePath(locale, `${path}/items/${item.id}`)}>
                  {textIn(locale, item.title)}
                </a>
              </h3>
              <p>{aboutItem(item, locale)}</p>
              <MoveButtons
                locale={locale}
                slug={slug}
                itemId={item.id}
                title={textIn(locale, item.title)}
                first={index === 0}
                last={index === day.items.length - 1}
              />
            </div>
          </li>
        ))}
      </ol>
      <p>
        <a className="button quiet" href={localePath(locale, `${path}/items/new?date=${day.date}`)}>
          {t("add")}
          <span className="sr-only"> – {formatWeekday(day.date, locale)}</span>
        </a>
      </p>
    </section>
  );
}

/** Host, place and speakers in one line. */
function aboutItem(item: DraftItem, locale: Locale): string {
  const host = item.host ? textIn(locale, item.host) : "";
  const speakers = item.speakers.map(({ name }) => name).join(", ");
  return [host, item.place, speakers].filter(Boolean).join(" · ");
}
