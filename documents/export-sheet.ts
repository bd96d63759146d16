import { answerText } from "#domain/answer/rules.ts";
import type { AnswerValue } from "#domain/answer/schema.ts";
import type {
  Cell,
  Column,
  ColumnName,
  Exported,
  ExportKind,
  Word,
} from "#domain/export/schema.ts";
import { formatDateShort } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import type { Sheet, SheetCell } from "./sheet.ts";

/** The message keys that a sheet needs, from the root of the catalogue. */
type Key =
  | Word
  | `export.column.${ColumnName | "presentOn" | "ofDelegation"}`
  | `export.kind.${ExportKind}`
  | `question.${"yes" | "no"}`;

export type SheetTexts = (key: Key, values?: Record<string, string>) => string;

type Circumstances = { locale: Locale; t: SheetTexts };

/** An export as a sheet: its headings and states in one language, what people wrote as they wrote it. */
export function exportSheet({ kind, columns, rows }: Exported, given: Circumstances): Sheet {
  const words = columns.map((column) => wordsOf(column, given));
  const inWords = async function* () {
    for await (const row of rows) yield row.map((cell, at) => words[at]?.(cell) ?? null);
  };
  return {
    name: given.t(`export.kind.${kind}`),
    locale: given.locale,
    columns: columns.map(({ heading, type, width }) => ({
      heading: headingOf(heading, given),
      type,
      width,
    })),
    rows: inWords(),
  };
}

function headingOf(heading: Column["heading"], { locale, t }: Circumstances): string {
  if ("name" in heading) return t(`export.column.${heading.name}`);
  if ("presentOn" in heading) {
    return t("export.column.presentOn", { day: formatDateShort(heading.presentOn, locale) });
  }
  const { label, askedOf } = heading.question;
  const question = textIn(locale, label);
  return askedOf === "person" ? question : t("export.column.ofDelegation", { question });
}

/** What a cell of the column says. Words are looked up once a column, however many rows there are. */
function wordsOf({ heading }: Column, { locale, t }: Circumstances): (cell: Cell) => SheetCell {
  const known = new Map<Word, string>();
  const wordOf = (word: Word) => {
    const said = known.get(word) ?? t(word);
    known.set(word, said);
    return said;
  };
  const answers = { yes: t("question.yes"), no: t("question.no") };
  const question = "question" in heading ? heading.question : { options: [], kind: "yesNo" };
  const answerOf = (value: AnswerValue) => answerText(question, value, locale, answers);
  const asWritten = !["choice", "choices"].includes(question.kind);
  return (cell) => {
    if (cell === null || typeof cell === "number" || cell instanceof Date) return cell;
    if (typeof cell === "string" && asWritten) return cell;
    if (typeof cell === "object" && "word" in cell) return wordOf(cell.word);
    if (typeof cell === "object" && "localized" in cell) return textIn(locale, cell.localized);
    return answerOf(typeof cell === "object" ? [...cell] : cell);
  };
}
