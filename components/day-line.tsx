import { getTranslations } from "next-intl/server";
import { stopShape, stopWords } from "#domain/itinerary/rules.ts";
import type { DayFacts, ItemFacts } from "#domain/itinerary/schema.ts";
import { formatTime, formatWeekday } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type DayLineProps = {
  day: DayFacts;
  /** Which day of the trip it is, from 1. */
  number: number;
  locale: Locale;
};

/** A day as a route: its heading and its stops. On paper the heading comes again on the next sheet. */
export async function DayLine({ day, number, locale }: DayLineProps) {
  const t = await getTranslations("itinerary");
  const where = [formatWeekday(day.date, locale), day.places.join(", ")];
  return (
    <section className="day-line">
      <div className="day-head">
        <h2 className="day">
          {t("day", { number })} <span>{where.filter(Boolean).join(" · ")}</span>
        </h2>
      </div>
      {day.items.length === 0 ? <p>{t("emptyDay")}</p> : null}
      <ol className="line">
        {day.items.map((item) => (
          <Stop
            key={`${item.startsAt}${item.title.lv}`}
            item={item}
            day={day}
            locale={locale}
            kind={t(`kind.${item.kind}`)}
            language={(languages) => t("language", { languages })}
          />
        ))}
      </ol>
    </section>
  );
}

type StopProps = {
  item: ItemFacts;
  day: DayFacts;
  locale: Locale;
  kind: string;
  language: (languages: string) => string;
};

function Stop({ item, day, locale, kind, language }: StopProps) {
  const { heading, details, languages } = stopWords(item, day, locale);
  return (
    <li className={stopShape(item.kind)}>
      <span className="when">
        <time dateTime={item.startsAt}>{formatTime(new Date(item.startsAt), locale)}</time>–
        <time dateTime={item.endsAt}>{formatTime(new Date(item.endsAt), locale)}</time>
      </span>
      <span className="stop" />
      <div className="what">
        <h3>
          <span className="sr-only">{kind}: </span>
          {heading}
        </h3>
        {details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
        {languages ? <p>{language(languages)}</p> : null}
      </div>
    </li>
  );
}
