import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import { describe, expect, it, test } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { csvStream, type Sheet, type SheetCell, xlsxFile } from "./sheet.ts";

const signs = fc.constantFrom(..."=+-@\t\r\n \u00a0\u200b＝＋－＠';\",0123456789");
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.oneof(signs, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })) }),
);

test("any text is read back from a CSV as it was or with one apostrophe, and none begins a formula", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(texts, texts), { minLength: 1 }), async (rows) => {
      const read = await readBack(rows);
      expect(read).toHaveLength(rows.length + 1);
      for (const [at, row] of rows.entries()) {
        for (const [column, text] of row.entries()) {
          const got = read[at + 1]?.[column] ?? "";
          expect([text, `'${text}`]).toContain(got);
          const bare = got.replace(/^[\s\p{C}\p{Z}\p{M}]+/u, "");
          expect(/^[\t\r]/.test(got)).toBe(false);
          if (/^[=+\-@＝＋－＠]/.test(bare)) expect(got).toMatch(/^\+[1-9][\d ]{6,}$/);
        }
      }
    }),
    { numRuns: 300 },
  );
});

const at = momentInRiga("2026-06-12", "23:30");
const winter = momentInRiga("2026-01-02", "00:15");

const typed = (rows: SheetCell[][]): Sheet => ({
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

test("a CSV is UTF-8 with its mark, semicolons, CRLF, Riga's clock and the language's decimal sign", async () => {
  const bytes = await new Response(csvStream(typed([aRow, another]))).bytes();
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
    [
      "\ufeffUzvārds;'=Tālrunis;Skaits;Diena;Laiks",
      '"Bērziņa; ""Anna""";0012;2,5;2026-06-12;2026-06-12 23:30',
      ";+371 26123456;-3;;2026-01-02 00:15",
    ].join("\r\n"),
  );
});

test("rows of a CSV are let go when the reader leaves", async () => {
  let left = false;
  const endless = async function* () {
    try {
      while (true) yield aRow;
    } finally {
      left = true;
    }
  };
  const reader = csvStream({ ...typed([]), rows: endless() }).getReader();
  await reader.read();
  await reader.cancel();
  expect(left).toBe(true);
});

describe("a workbook", () => {
  it("keeps texts, numbers, days and moments as what they are", async () => {
    const [sheet] = await readWorkbook(await blob([aRow, another]));
    expect(sheet?.sheet).toBe("Pieteikumi");
    expect(sheet?.data).toEqual([
      ["Uzvārds", "=Tālrunis", "Skaits", "Diena", "Laiks"],
      [aRow[0], "0012", 2.5, new Date("2026-06-12T00:00:00Z"), new Date("2026-06-12T23:30:00Z")],
      [null, "+371 26123456", -3, null, new Date("2026-01-02T00:15:00Z")],
    ]);
  });

  it("has a bold heading that stays in sight, a filter and widths", async () => {
    const { sheet, styles } = await partsOf([aRow, another]);
    expect(sheet).toContain('<autoFilter ref="A1:E3"/>');
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"/);
    expect(sheet.match(/<col [^>]*customWidth/g)).toHaveLength(5);
    const styleOf = (cell: string) => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1];
    expect(styles.match(/<b\/>/g)).toHaveLength(1);
    expect(new Set(["A1", "B1", "C1", "D1", "E1"].map(styleOf)).size).toBe(1);
    expect(styleOf("A1")).not.toBe(styleOf("A2"));
  });

  it("has text where a sheet could see a formula, an error or a letter's number", async () => {
    const tricky = [
      "=1+1",
      "+1",
      "-1",
      "@A1",
      "\t=1",
      "＝1",
      "#REF!",
      "#N/A",
      "\u0001#NULL!",
      "_x0041_",
      "a\u0001b",
    ];
    const { sheet, strings } = await partsOf(tricky.map((text) => [text]));
    expect(sheet).not.toContain("<f");
    expect(sheet).not.toMatch(/t="(e|str)"/);
    expect(sheet.match(/<c r="A\d+"[^>]* t="(s|inlineStr)"/g)).toHaveLength(tricky.length + 1);
    expect(strings).toContain("<t>_x005F_x0041_</t>");
    expect(strings).toContain("<t>ab</t>");
    const [read] = await readWorkbook(await blob(tricky.slice(0, 8).map((text) => [text])));
    expect(read?.data.slice(1).map(([text]) => text)).toEqual(
      tricky.slice(0, 8).map((text) => text.trim()),
    );
  });
});

const blob = async (rows: SheetCell[][]) => new Blob([Buffer.from(await xlsxFile(typed(rows)))]);

async function partsOf(rows: SheetCell[][]) {
  const parts = unzipSync(await xlsxFile(typed(rows)));
  const part = (name: string) => strFromU8(parts[`xl/${name}.xml`] ?? new Uint8Array());
  return {
    sheet: part("worksheets/sheet1"),
    strings: part("sharedStrings"),
    styles: part("styles"),
  };
}

async function readBack(rows: string[][]): Promise<string[][]> {
  const column = { heading: "Teksts", type: "text" as const, width: 10 };
  const sheet: Sheet = { name: "Lapa", locale: "lv", columns: [column, column], rows: each(rows) };
  const bytes = await new Response(csvStream(sheet)).bytes();
  return parse(Buffer.from(bytes), { bom: true, delimiter: ";", recordDelimiter: "\r\n" });
}

async function* each<Row>(rows: Row[]) {
  yield* rows;
}
