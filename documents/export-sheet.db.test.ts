import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/universal";
import { createTranslator } from "use-intl/core";
import { beforeAll, expect, test } from "vitest";
import { attendanceExport } from "#domain/attendance-export/queries.ts";
import { registrationExport } from "#domain/export/queries.ts";
import type { Exported } from "#domain/export/schema.ts";
import { statisticsExport } from "#domain/statistics/queries.ts";
import { formatDateShort } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import en from "#messages/en.json" with { type: "json" };
import lt from "#messages/lt.json" with { type: "json" };
import lv from "#messages/lv.json" with { type: "json" };
import { anExportedTrip } from "#scripts/checks/exported-trip.ts";
import { exportSheet } from "./export-sheet.ts";
import { csvStream } from "./sheet.ts";
import { xlsxStream } from "./workbook.ts";

const catalogues = { lv, en, lt };

const wallClock = (local: string) => new Date(`${local}Z`);

let made: Awaited<ReturnType<typeof anExportedTrip>>;

beforeAll(async () => {
  made = await anExportedTrip();
});

const sheetOf = (exported: Exported | null, locale: Locale) => {
  if (!exported) throw new Error("Nothing was exported");
  const t = createTranslator({ locale, messages: catalogues[locale] });
  return exportSheet(exported, { locale, t });
};

/** A workbook keeps a moment as a part of a day, which is a second only when it is rounded. */
const inSeconds = (cell: unknown) =>
  cell instanceof Date ? new Date(Math.round(cell.getTime() / 1_000) * 1_000) : cell;

async function workbookOf(exported: Exported | null, locale: Locale) {
  const file = await new Response(xlsxStream(sheetOf(exported, locale))).blob();
  const [sheet] = await readWorkbook(file);
  return { sheet: sheet?.sheet, data: (sheet?.data ?? []).map((row) => row.map(inSeconds)) };
}

async function csvOf(exported: Exported | null, locale: Locale): Promise<string[][]> {
  const bytes = await new Response(csvStream(sheetOf(exported, locale))).bytes();
  return parse(Buffer.from(bytes), { bom: true, delimiter: ";", recordDelimiter: "\r\n" });
}

test("registrations are read back from a workbook with their types", async () => {
  const { trip, ada, person } = made;
  const sheet = await workbookOf(await registrationExport(trip.organiser, trip.slug, "xlsx"), "lv");
  expect(sheet.sheet).toBe("Pieteikumi");
  const [headings, first, second, , , , unnamed] = sheet.data;
  expect(headings).toEqual([
    ...["Uzvārds", "Vārds", "Pašvaldība", "Iestāde", "Amats", "E-pasts", "Tālrunis", "Stāvoklis"],
    ...["Vieta rindā", "Pieteikums saņemts", "Vieta apstiprināta", "Dalība atsaukta", "Iekāpšana"],
    ...["Vada delegāciju", "Nefotografēt un nepublicēt", "Kāpēc?", "Naktis", "Istaba", "Autobuss"],
  ]);
  expect(unnamed?.slice(0, 3)).toEqual([null, null, ada]);
  expect(first).toEqual([
    ...["Ābele", "Anna", ada, "=1+1", "projektu vadītāja", person.email, "+37126123456"],
    ...["Vieta apstiprināta", null, wallClock("2026-05-10T09:05"), wallClock("2026-05-11T23:30")],
    ...[null, null, "Jā", null, "Mācīties", 1.5, "Divvietīga", "Nē"],
  ]);
  expect(second?.slice(6, 10)).toEqual(["0012", "Rindā", 2, wallClock("2026-05-10T09:05")]);
});

test("attendance has days and moments of Riga's clock, in the language of the reader", async () => {
  const { trip, ada } = made;
  const sheet = await workbookOf(await attendanceExport(trip.organiser, trip.slug, "xlsx"), "en");
  expect(sheet.sheet).toBe("Attendance");
  expect(sheet.data[1]).toEqual([
    wallClock(`${trip.date}T00:00`),
    ...["Whole day", null, null],
    ...["Ābele", "Anna", ada, "=1+1", "Present"],
    ...[wallClock("2026-06-12T08:10"), wallClock("2026-06-12T09:20"), "Ilze Kalna", "No"],
  ]);
});

test("the same registrations are read back from a CSV, without a formula", async () => {
  const { trip, ada, person } = made;
  const rows = await csvOf(await registrationExport(trip.organiser, trip.slug, "csv"), "lt");
  expect(rows).toHaveLength(7);
  expect(rows[1]).toEqual([
    ...["Ābele", "Anna", ada, "'=1+1", "projektu vadītāja", person.email, "+37126123456"],
    ...["Vieta patvirtinta", "", "2026-05-10 09:05", "2026-05-11 23:30", "", "", "Taip", ""],
    ...["Mācīties", "1,5", "Divvietīga", "Ne"],
  ]);
});

test("numbers by municipality are numbers, with the day above who was there", async () => {
  const { trip, ada, bauska } = made;
  const sheet = await workbookOf(await statisticsExport(trip.organiser, trip.slug, "xlsx"), "lv");
  expect(sheet.data[0]?.at(-1)).toBe(`Piedalās ${formatDateShort(trip.date, "lv")}`);
  expect(sheet.data.slice(1)).toEqual([
    [ada, 4, 2, 1, 0, 1, 2, 5, 1, null, 1],
    [bauska, 2, 0, 0, 2, 0, 0, null, 0, null, 0],
    ["Kopā", 6, 2, 1, 2, 1, 2, null, 1, null, 1],
  ]);
});
