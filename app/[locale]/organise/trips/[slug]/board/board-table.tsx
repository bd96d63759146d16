import type { BoardRow } from "#domain/board/rules.ts";
import type { BoardTexts } from "./board-texts.ts";

/** Whose numbers they are, as a line of the table names it. */
type Line = Omit<BoardRow, "organisation"> & { key: string; name: string };

type BoardTableProps = {
  /** Above the names. */
  heading: string;
  lines: Line[];
  texts: BoardTexts;
};

/** How many are expected, there, missing and not marked, line by line. */
export function BoardTable({ heading, lines, texts }: BoardTableProps) {
  if (lines.length === 0) return null;
  return (
    <table className="list stacks">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{texts.expected}</th>
          <th scope="col">{texts.present}</th>
          <th scope="col">{texts.absent}</th>
          <th scope="col">{texts.unmarked}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <td>
              <WhoIsMissing line={line} texts={texts} />
              {line.checkedIn > 0 ? (
                <p className="small">
                  {texts.checkedIn.replace("{count}", String(line.checkedIn))}
                </p>
              ) : null}
            </td>
            <td data-label={texts.expected}>{line.expected}</td>
            <td data-label={texts.present}>{line.present}</td>
            <td data-label={texts.absent}>{line.absent}</td>
            <td data-label={texts.unmarked}>{line.unmarked}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The name of the line; unfolded, by name who is missing, not marked, or there by an own mark. */
function WhoIsMissing({ line, texts }: { line: Line; texts: BoardTexts }) {
  const { name, absentNames, unmarkedNames, checkedInNames } = line;
  const told = [
    { words: texts.absent, names: absentNames },
    { words: texts.unmarked, names: unmarkedNames },
    { words: texts.byAttendee, names: checkedInNames },
  ].filter(({ names }) => names.length > 0);
  if (told.length === 0) return name;
  return (
    <details>
      <summary>{name}</summary>
      {told.map(({ words, names }) => (
        <p key={words}>
          {words}: {names.join(", ")}
        </p>
      ))}
    </details>
  );
}
