import { ofDay } from "#domain/agenda/rules.ts";
import type { Locale } from "#lib/locales.ts";
import { BuilderItem } from "./builder-item.tsx";
import type { Mending } from "./mending.ts";
import type { BuilderTexts } from "./texts.ts";
import { type Drops, useDropDay } from "./use-dragging.ts";
import type { useHolding } from "./use-holding.ts";
import type { BuilderView, Card, CardWarning } from "./view.ts";

export type Shared = {
  texts: BuilderTexts;
  locale: Locale;
  path: string;
  /** JavaScript runs. */
  live: boolean;
  holding: ReturnType<typeof useHolding>;
  drops: Drops;
  warnings: CardWarning[];
  /** The item that is edited in place, as it was when that began. */
  editing: Card | null;
  edit: (card: Card | null) => void;
  mending: Mending | null;
};

type BuilderDayProps = Shared & { day: BuilderView["days"][number]; cards: readonly Card[] };

/** A day as a column, with places to put down what is carried. */
export function BuilderDay({ day, cards, ...shared }: BuilderDayProps) {
  const { texts, path, holding } = shared;
  const { over } = shared.drops;
  const column = useDropDay(day.date);
  const line = ofDay(cards, day.date);
  const isOver = (before: string | null) =>
    over?.target.date === day.date && over.target.before === before;
  const slot = (before: string | null) =>
    holding.held && holding.held.id !== before ? (
      <button
        type="button"
        className="slot"
        onClick={() => holding.putDown({ date: day.date, before })}
      >
        {texts.putHere}
      </button>
    ) : null;
  return (
    <section id={`day-${day.date}`} ref={column} className="column">
      <h2 className="day">
        {day.heading} <span>{day.weekday}</span>
      </h2>
      {shared.warnings
        .filter((one) => one.date === day.date && !one.itemIds.length && one.acceptedNote === null)
        .map(({ fingerprint, text }) => (
          <p key={fingerprint} className="warned">
            {text}
          </p>
        ))}
      {line.length === 0 ? <p className="small">{texts.emptyDay}</p> : null}
      <ol className="line">
        {line.map((card) => (
          <BuilderItem
            key={card.id}
            card={card}
            first={card === line[0]}
            last={card === line.at(-1)}
            slot={slot(card.id)}
            isOver={isOver(card.id)}
            {...shared}
          />
        ))}
      </ol>
      {isOver(null) ? <div className="drop-line" /> : null}
      {line.at(-1)?.id === holding.held?.id ? null : slot(null)}
      <p>
        <a className="button quiet" href={`${path}/items/new?date=${day.date}`}>
          {texts.add}
          <span className="sr-only"> – {day.weekday}</span>
        </a>
      </p>
    </section>
  );
}
