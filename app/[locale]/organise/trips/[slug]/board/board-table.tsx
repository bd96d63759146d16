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

/** The name of the line; unfolded, by name who is missing or not marked. */
function WhoIsMissing({ line, texts }: { line: Line; texts: BoardTexts }) {
  const { name, absentNames, unmarkedNames } = line;
  if (absentNames.length + unmarkedNames.length === 0) return name;
  return (
    <details>
      <summary>{name}</summary>
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
