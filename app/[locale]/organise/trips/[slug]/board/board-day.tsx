import type { BoardRow, BoardDay as Day } from "#domain/board/rules.ts";
import type { BoardTexts } from "./board-texts.ts";

type BoardDayProps = { day: Day; name: string; isOpen: boolean; texts: BoardTexts };

/** A day: all together in figures for the far end of the room, and each organisation below. */
export function BoardDay({ day, name, isOpen, texts }: BoardDayProps) {
  const { expected, present, absent, unmarked } = day;
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
      </p>
      {day.rows.length ? (
        <table className="list stacks">
          <thead>
            <tr>
              <th scope="col">{texts.organisation}</th>
              <th scope="col">{texts.expected}</th>
              <th scope="col">{texts.present}</th>
              <th scope="col">{texts.absent}</th>
              <th scope="col">{texts.unmarked}</th>
            </tr>
          </thead>
          <tbody>
            {day.rows.map((row) => (
              <tr key={row.organisation}>
                <td>
                  <WhoIsMissing row={row} texts={texts} />
                </td>
                <td data-label={texts.expected}>{row.expected}</td>
                <td data-label={texts.present}>{row.present}</td>
                <td data-label={texts.absent}>{row.absent}</td>
                <td data-label={texts.unmarked}>{row.unmarked}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </details>
  );
}

/** The organisation; unfolded, by name who is missing or not marked. */
function WhoIsMissing({ row, texts }: { row: BoardRow; texts: BoardTexts }) {
  const { organisation, absentNames, unmarkedNames } = row;
  if (absentNames.length + unmarkedNames.length === 0) return organisation;
  return (
    <details>
      <summary>{organisation}</summary>
      {absentNames.length ? (
        <p>
          {texts.absent}: {absentNames.join(", ")}
        </p>
      ) : null}
      {unmarkedNames.length ? (
        <p>
          {texts.unmarked}: {unmarkedNames.join(", ")}
        </p>
      ) : null}
    </details>
  );
}
