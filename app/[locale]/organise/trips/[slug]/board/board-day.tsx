import type { Board } from "#domain/board/queries.ts";
import { partKey, partLabel } from "#domain/day-part/rules.ts";
import type { Locale } from "#lib/locales.ts";
import { BoardTable } from "./board-table.tsx";
import type { BoardTexts } from "./board-texts.ts";

type BoardDayProps = {
  day: Board["days"][number];
  name: string;
  isOpen: boolean;
  locale: Locale;
  texts: BoardTexts;
};

/** A day: all together in figures for the far end of the room, and below each organisation, and what of it has marks. */
export function BoardDay({ day, name, isOpen, locale, texts }: BoardDayProps) {
  const { expected, present, checkedIn, absent, unmarked } = day;
  return (
    <details className="board-day" open={isOpen} data-date={day.date}>
      <summary>
        <h2>{name}</h2>
        <p className="board-sum">
          {texts.sum.replace("{present}", String(present)).replace("{expected}", String(expected))}
        </p>
      </summary>
      <p className="board-missing">
        {expected === 0 ? texts.nobodyExpected : null}
        {absent > 0 ? `${texts.absent}: ${absent}. ` : null}
        {unmarked > 0 ? `${texts.unmarked}: ${unmarked}.` : null}
        {expected > 0 && absent + unmarked === 0 ? texts.nobodyMissing : null}
        {checkedIn > 0 ? ` ${texts.checkedIn.replace("{count}", String(checkedIn))}` : null}
        {day.walkIns > 0 ? ` ${texts.walkIns.replace("{count}", String(day.walkIns))}` : null}
      </p>
      <BoardTable
        heading={texts.organisation}
        lines={day.rows.map((row) => ({ ...row, key: row.organisation, name: row.organisation }))}
        texts={texts}
      />
      {day.parts.length ? <h3>{texts.parts}</h3> : null}
      <BoardTable
        heading={texts.part}
        lines={day.parts.map((part) => ({
          ...part,
          key: partKey(part),
          name: partLabel(part, locale, texts.partWords),
        }))}
        texts={texts}
      />
    </details>
  );
}
