import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { momentInRiga } from "#lib/dates.ts";
import { csvStream, type Sheet, type SheetCell } from "./sheet.ts";

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

async function readBack(rows: string[][]): Promise<string[][]> {
  const column = { heading: "Teksts", type: "text" as const, width: 10 };
  const sheet: Sheet = { name: "Lapa", locale: "lv", columns: [column, column], rows: each(rows) };
  const bytes = await new Response(csvStream(sheet)).bytes();
  return parse(Buffer.from(bytes), { bom: true, delimiter: ";", recordDelimiter: "\r\n" });
}

async function* each<Row>(rows: Row[]) {
  yield* rows;
}
