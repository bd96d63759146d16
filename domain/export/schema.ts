import type { AttendanceState } from "#domain/attendance/rules.ts";
import type { Diet } from "#domain/need/schema.ts";
import type { Question } from "#domain/question/schema.ts";
import type { RegistrationState } from "#domain/registration/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** What of a trip its organiser takes along as a table. */
export const exportKinds = ["registrations", "attendance", "needs", "statistics"] as const;

export type ExportKind = (typeof exportKinds)[number];

export const exportFormats = ["xlsx", "csv"] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** What a cell says in the reader's language: a key of `messages/`. */
export type Word =
  | `organise.registrations.states.${RegistrationState}`
  | `attendance.${AttendanceState}`
  | `need.diet.${Diet}`
  | `export.need.${"people" | "diet" | "allergies" | "access"}`
  | `export.part.${"day" | "pickup" | "item"}`
  | "attendance.walkIn"
  | "export.walkIns"
  | "export.total";

/** A moment as a Date, a day as its ISO date, `true` and `false` as answers, ids of options, what people wrote in several languages, or null where nothing is known. */
export type Cell =
  | string
  | number
  | boolean
  | readonly string[]
  | Date
  | { word: Word }
  | { localized: LocalizedWords }
  | null;

export type CellType = "text" | "number" | "day" | "moment";

const columnNames = {
  registrations: [
    ["familyName", "text", 20],
    ["givenName", "text", 16],
    ["organisation", "text", 26],
    ["institution", "text", 26],
    ["position", "text", 26],
    ["email", "text", 30],
    ["phone", "text", 16],
    ["state", "text", 20],
    ["place", "number", 10],
    ["registeredAt", "moment", 18],
    ["confirmedAt", "moment", 18],
    ["withdrawnAt", "moment", 18],
    ["pickup", "text", 30],
    ["head", "text", 12],
    ["noPhotos", "text", 16],
  ],
  attendance: [
    ["day", "day", 13],
    ["markedIn", "text", 18],
    ["beginsAt", "moment", 18],
    ["markedWhere", "text", 36],
    ["familyName", "text", 20],
    ["givenName", "text", 16],
    ["organisation", "text", 26],
    ["institution", "text", 26],
    ["attendance", "text", 16],
    ["firstMark", "moment", 18],
    ["lastMark", "moment", 18],
    ["markedBy", "text", 24],
    ["checkedIn", "text", 16],
  ],
  needs: [
    ["need", "text", 28],
    ["what", "text", 50],
    ["people", "number", 10],
  ],
  statistics: [
    ["organisation", "text", 30],
    ["registered", "number", 12],
    ["confirmed", "number", 12],
    ["awaitingSignOff", "number", 12],
    ["waiting", "number", 12],
    ["withdrawn", "number", 12],
    ["guaranteed", "number", 12],
    ["maximum", "number", 12],
    ["personDays", "number", 14],
    ["hours", "number", 12],
  ],
} as const satisfies Record<ExportKind, readonly (readonly [string, CellType, number])[]>;

export type ColumnName = (typeof columnNames)[ExportKind][number][0];

/** What stands above a column: a word of ours, a question of the organiser, or who was there on a day. */
export type Heading = { name: ColumnName } | { question: Question } | { presentOn: IsoDate };

/** `width` in letters. */
export type Column = { heading: Heading; type: CellType; width: number };

/** The columns that every trip has, in order. */
export const columnsOf = (kind: ExportKind): Column[] =>
  columnNames[kind].map(([name, type, width]) => ({ heading: { name }, type, width }));

/** A table of a trip; its rows can be read once, and are read as they are asked for. */
export type Exported = {
  kind: ExportKind;
  slug: string;
  columns: Column[];
  rows: AsyncIterable<Cell[]>;
};
