import type { Place, RollCall } from "#domain/roll-call/schema.ts";
import type { Locale } from "#lib/locales.ts";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

type PlaceChoiceProps = {
  list: RollCall;
  place: Place;
  locale: Locale;
  onChoose: (place: Place) => void;
  texts: RollCallTexts;
};

/** Which day is called, and whether as a whole, at a pick-up, or for an item of the itinerary. */
export function PlaceChoice({ list, place, locale, onChoose, texts }: PlaceChoiceProps) {
  const { date, agendaItemId, pickupId } = place;
  const clock = (time: string) => (locale === "en" ? time : time.replace(":", "."));
  const pickups = list.pickups.filter((one) => one.date === date);
  const items = list.items.filter((one) => one.date === date);
  const whole = (day: string) => ({ date: day, agendaItemId: null, pickupId: null });
  function choose(value: string) {
    const [kind, id = null] = value.split(" ");
    onChoose({
      date,
      agendaItemId: kind === "item" ? id : null,
      pickupId: kind === "stop" ? id : null,
    });
  }
  const value = pickupId ? `stop ${pickupId}` : agendaItemId ? `item ${agendaItemId}` : "day";
  return (
    <div className="pair where">
      <p className="field">
        <label htmlFor="day">{texts.day}</label>
        <select id="day" value={date} onChange={({ target }) => onChoose(whole(target.value))}>
          {list.dates.map((one) => (
            <option key={one} value={one}>
              {shortDate(one, locale)}
            </option>
          ))}
        </select>
      </p>
      {pickups.length + items.length > 0 ? (
        <p className="field">
          <label htmlFor="place">{texts.place}</label>
          <select id="place" value={value} onChange={({ target }) => choose(target.value)}>
            <option value="day">{texts.wholeDay}</option>
            {pickups.map(({ id, spot, time }) => (
              <option key={id} value={`stop ${id}`}>
                {fill(texts.pickup, { time: clock(time), spot })}
              </option>
            ))}
            {items.map(({ id, time, title }) => (
              <option key={id} value={`item ${id}`}>
                {clock(time)} {title[locale] ?? title.lv}
              </option>
            ))}
          </select>
        </p>
      ) : null}
    </div>
  );
}

/** Without the year: a choice of few days, in a column that is narrow on a phone. */
function shortDate(date: string, locale: Locale): string {
  const [, month = "", day = ""] = date.split("-");
  if (locale === "lt") return `${month}-${day}`;
  return locale === "lv" ? `${day}.${month}.` : `${day}/${month}`;
}
