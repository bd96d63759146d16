import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import readWorkbook from "read-excel-file/universal";
import { expect, test } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import type { Sheet, SheetCell } from "./sheet.ts";
import { xlsxStream } from "./workbook.ts";

const at = momentInRiga("2026-06-12", "23:30");
const winter = momentInRiga("2026-01-02", "00:15");

const typed = (rows: Iterable<SheetCell[]> | AsyncIterable<SheetCell[]>): Sheet => ({
  name: "Pieteikumi",
  locale: "lv",
  columns: [
    { heading: "Uzvārds", type: "text", width: 20 },
    { heading: "=Tālrunis", type: "text", width: 16 },
    { heading: "Skaits", type: "number", width: 10 },
    { heading: "Diena", type: "day", width: 13 },
    { heading: "Laiks", type: "moment", width: 18 },
  ],
  rows: each(rows),
});

const aRow = ['Bērziņa; "Anna"', "0012", 2.5, "2026-06-12", at];
const another = [null, "+371 26123456", -3, null, winter];

const wallClock = (local: string) => new Date(`${local}Z`);

test("texts, numbers, days and moments are kept as what they are", async () => {
  const [sheet] = await readWorkbook(await blobOf(typed([aRow, another])));
  expect(sheet?.sheet).toBe("Pieteikumi");
  expect(sheet?.data).toEqual([
    ["Uzvārds", "=Tālrunis", "Skaits", "Diena", "Laiks"],
    [aRow[0], "0012", 2.5, wallClock("2026-06-12T00:00"), wallClock("2026-06-12T23:30")],
    [null, "+371 26123456", -3, null, wallClock("2026-01-02T00:15")],
  ]);
});

test("the heading is bold and stays in sight, over a filter, widths and formats", async () => {
  const { sheets, namedRanges } = await read(typed([aRow, another]));
  const [sheet] = sheets;
  expect(sheet).toMatchObject({
    freezePane: { rows: 1 },
    autoFilter: { range: "A1:E3" },
  });
  expect(namedRanges).toEqual([
    { name: "_xlnm._FilterDatabase", range: "'Pieteikumi'!$A$1:$E$3", scope: "Pieteikumi" },
  ]);
  expect(sheet?.columns?.map(({ width }) => width)).toEqual([20, 16, 10, 13, 18]);
  const styles = (row: number) =>
    [0, 1, 2, 3, 4].map((column) => sheet?.cells?.get(`${row},${column}`)?.style);
  expect(styles(0).every((style) => style?.font?.bold)).toBe(true);
  expect(styles(1).some((style) => style?.font?.bold)).toBe(false);
  expect(styles(1).map((style) => style?.numFmt ?? "General")).toEqual([
    ...["@", "@", "General"],
    ...['dd"."mm"."yyyy"."', 'dd"."mm"."yyyy"." hh"."mm'],
  ]);
});

const tricky = [
  ...["=1+1", "+1", "-1", "@A1", "\t=1", "＝1", "#REF!", "#N/A", "\u0001#NULL!"],
  ...["_x0041_", "a\u0001b", "\ud800", "a\r\nb", " ]]>&amp;<b> ", "\ufffe\uffff", "🚌"],
];

test("where a sheet could see a formula, an error or a letter's number there is text", async () => {
  const { sheet } = await partsOf(typed(tricky.map((text) => [text])));
  expect(sheet).not.toContain("<f");
  expect(sheet.match(/<c /g)).toHaveLength(5 + tricky.length);
  expect(sheet.match(/<c r="[A-E]\d+" s="\d" t="inlineStr">/g)).toHaveLength(5 + tricky.length);
  expect(sheet).toContain(">_x005F_x0041_</t>");
  expect(sheet).toContain(">ab</t>");
});

test("any text is read back as it was, but for what XML has no place for", async () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."<>&\"'_x0041 \t\r\n"),
        fc.string({ unit: "binary", maxLength: 1 }),
      ),
    }),
    fc.constantFrom(...tricky),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
      const { sheets } = await read(typed(texts.map((text) => [text])));
      const kept = texts.map(withoutForbidden);
      // Empty rows at the end are none to whoever reads.
      const back = kept.map((_, index) => sheets[0]?.rows[index + 1]?.[0] ?? "");
      expect(back).toEqual(kept);
    }),
    { numRuns: 300 },
  );
});

/** Told otherwise than in the code: letter by letter, by what section 2.2 of XML 1.0 allows. */
function withoutForbidden(text: string): string {
  const ranges = [
    [0x20, 0xd7ff],
    [0xe000, 0xfffd],
    [0x10000, 0x10ffff],
  ] as const;
  return [...text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")]
    .filter((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return "\t\n".includes(letter) || ranges.some(([from, to]) => code >= from && code <= to);
    })
    .join("");
}

test("a text that is longer than a cell takes is cut, and not within a letter", async () => {
  const { sheets } = await read(typed([[`a${"🚌".repeat(20_000)}`], ["b".repeat(32_767)]]));
  const [, long, most] = sheets[0]?.rows ?? [];
  expect(long?.[0]).toBe(`a${"🚌".repeat(16_383)}`);
  expect(most?.[0]).toHaveLength(32_767);
});

test("a number that is none leaves its cell empty", async () => {
  const { sheet } = await partsOf(
    typed([
      [null, null, Number.NaN],
      [null, null, 1e21],
    ]),
  );
  expect(sheet).toContain('<row r="2"></row><row r="3"><c r="C3" s="0"><v>1e+21</v></c></row>');
});

test("a table of no rows has its heading and its filter, and one of many columns goes on after Z", async () => {
  const { sheet } = await partsOf(typed([]));
  expect(sheet).toContain('</row></sheetData><autoFilter ref="A1:E1"/>');
  const columns = Array.from({ length: 705 }, () => ({ ...wide, heading: "x" }));
  const many = await partsOf({ ...typed([]), columns });
  expect(many.sheet.match(/<c r="(Z|AA|AZ|BA|ZZ|AAA|AAC)1"/g)).toHaveLength(7);
  expect(many.sheet).toContain('<autoFilter ref="A1:AAC1"/>');
});

const wide = { type: "text" as const, width: 10 };

test("the package says of every part what it is, and every part is there", async () => {
  const { all } = await partsOf({ ...typed([aRow]), name: "Anna's & <Co>" });
  const types = all["[Content_Types].xml"] ?? "";
  const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
  expect(
    Object.keys(all)
      .filter((name) => !/rels$|^\[/.test(name))
      .sort(),
  ).toEqual(named.sort());
  const targets = (rels: string) =>
    [...(all[rels] ?? "").matchAll(/Target="([^"]+)"/g)].map(([, to]) => to);
  expect(targets("_rels/.rels")).toEqual(["xl/workbook.xml"]);
  expect(targets("xl/_rels/workbook.xml.rels").map((to) => `xl/${to}`)).toEqual([
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
  ]);
  expect(all["xl/workbook.xml"]).toContain("'Anna''s &amp; &lt;Co&gt;'!$A$1:$E$2");
  // 18.3.1.99: the order of what a sheet consists of.
  expect(all["xl/worksheets/sheet1.xml"]).toMatch(
    /<worksheet .*<sheetViews>.*<sheetFormatPr .*<cols>.*<sheetData>.*<autoFilter .*<\/worksheet>$/s,
  );
});

test("rows are taken as the reader reads on, and let go when the reader leaves", async () => {
  let [taken, left] = [0, false];
  const endless = async function* () {
    try {
      while (true) {
        taken += 1;
        yield aRow;
      }
    } finally {
      left = true;
    }
  };
  const reader = xlsxStream(typed(endless())).getReader();
  expect(taken).toBe(0);
  for (let piece = 0; piece < 20; piece += 1) await reader.read();
  const then = taken;
  await new Promise(setImmediate);
  expect(taken).toBe(then);
  expect(then).toBeLessThan(10_000);
  await reader.cancel();
  expect(left).toBe(true);
});

test("a reader who leaves before the first row has them let go as well", async () => {
  const rows = { asked: false };
  const never = async function* () {
    rows.asked = true;
    yield aRow;
  };
  await xlsxStream(typed(never())).cancel();
  expect(rows.asked).toBe(false);
});

const blobOf = (sheet: Sheet) => new Response(xlsxStream(sheet)).blob();

const read = async (sheet: Sheet) =>
  readXlsx(await new Response(xlsxStream(sheet)).bytes(), { readStyles: true });

async function partsOf(sheet: Sheet) {
  const parts = unzipSync(await new Response(xlsxStream(sheet)).bytes());
  const all = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]),
  );
  return { all, sheet: all["xl/worksheets/sheet1.xml"] ?? "" };
}

async function* each<Row>(rows: Iterable<Row> | AsyncIterable<Row>) {
  yield* rows;
}
