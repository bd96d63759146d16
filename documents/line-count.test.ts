import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import fc from "fast-check";
import { create, type Font } from "fontkit";
import { expect, test } from "vitest";
import { widthAtMost } from "./letter-widths.ts";
import { addressInLines, linesAtMost } from "./line-count.ts";
import { fontFiles, printable } from "./printable.ts";

const require = createRequire(import.meta.url);
const file = require.resolve("@expo-google-fonts/ubuntu/400Regular/Ubuntu_400Regular.ttf");

const known = Array.from({ length: 0x2030 }, (_, code) => String.fromCodePoint(code)).filter(
  (letter) => !Number.isNaN(widthAtMost(letter)),
);
const words = (most: number) =>
  fc.string({ unit: fc.constantFrom(...known), minLength: 1, maxLength: most });

test("every letter of the three languages has a width", () => {
  const letters =
    "aābcčdeēfgģhiījkķlļmnņoprsštuūvzžąęėįųyxqwAĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽĄĘĖĮŲYXQW";
  expect([...`${letters}0123456789 .,:;-–()/@+„“&'`].filter((one) => !known.includes(one))).toEqual(
    [],
  );
});

test("words are never wider than is told of them", () => {
  const font = create(readFileSync(file)) as Font;
  fc.assert(
    fc.property(words(12), (text) => {
      const { advanceWidth } = font.layout(text, { tnum: true, kern: true, liga: false });
      expect(advanceWidth / font.unitsPerEm).toBeLessThanOrEqual(widthAtMost(text) + 1e-9);
    }),
    { numRuns: 2_000 },
  );
});

const name = fc.constantFrom("Anna", "Ķērsta-Marija", "Bērziņa-Kalniņa", "Žagars", "I.", "d'Arc");
const prose = fc.constantFrom(
  "novada",
  "attīstības",
  "un",
  "nodaļas vadītāja,",
  "(p. i.)",
  "–",
  "2. kategorijas",
  "IT",
  "/",
  "„Ausma“",
  "3-5",
  "1.",
  "?",
  ") ",
  "! ",
  "\n",
  "a-b-c",
  "+371 20",
);
const sentences = fc
  .array(fc.oneof(name, prose, words(6)), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(" "));

test("words never take more lines than is told of them", { timeout: 60_000 }, () => {
  const columns = [3, 6, 8.5, 12, 20];
  const texts = fc.sample(sentences, 1_500).map((text) => printable(text));
  const tried = texts.flatMap((text, at) => {
    const width = columns[at % columns.length] as number;
    const most = linesAtMost(text, width);
    return most === null ? [] : [{ text, width, most }];
  });
  expect(tried.length).toBeGreaterThan(300);
  const set = linesSet(tried);
  const more = tried.filter(({ most }, at) => (set[at] as number) > most);
  expect(more).toEqual([]);
});

/** How many lines Typst makes of each. */
function linesSet(texts: readonly { text: string; width: number }[]): number[] {
  const compiler = NodeCompiler.create({
    workspace: tmpdir(),
    fontArgs: [{ fontBlobs: fontFiles() }],
  });
  const template = `
    #set text(font: "Ubuntu", size: 10pt, lang: "lv", number-width: "tabular")
    #set par(leading: 0pt)
    #context [#metadata(json(bytes(sys.inputs.texts)).map(it =>
      measure(block(width: it.width * 10pt, text(top-edge: 10pt, bottom-edge: 0pt, it.text))).height / 10pt)) <lines>]`;
  const source = { mainFileContent: template, inputs: { texts: JSON.stringify(texts) } };
  const [found] = compiler.query(source, { selector: "<lines>" }) as { value: number[] }[];
  return (found?.value ?? []).map(Math.round);
}

test("an address is broken before its @, after its dots where that is not enough, and else anywhere", () => {
  const address = "konstantins.aleksandrovs@jekabpilsnovads.lv";
  expect(addressInLines(address, 40)).toBe(address);
  expect(addressInLines(address, 14)).toBe("konstantins.aleksandrovs\n@jekabpilsnovads.lv");
  expect(addressInLines(address, 10)).toBe("konstantins.\naleksandrovs\n@jekabpilsnovads.lv");
  expect(
    addressInLines(address, 3)
      .split("\n")
      .every((line) => widthAtMost(line) <= 3),
  ).toBe(true);
  expect(addressInLines(address, 3).replaceAll("\n", "")).toBe(address);
  expect(addressInLines("анна@example.lv", 3)).toBe("анна@example.lv");
});

test("a space before a new line takes room, and one where a line is broken does not", () => {
  const width = widthAtMost("vadītāja");
  expect(linesAtMost("vadītāja vadītāja", width)).toBe(2);
  expect(linesAtMost("vadītāja \nvadītāja", width)).toBeNull();
  expect(linesAtMost("an vadītāja \nvadītāja", width + 0.2)).toBeNull();
});

test("nothing is told of letters that are not known, or of a word wider than the column", () => {
  expect(linesAtMost("Анна", 20)).toBeNull();
  expect(linesAtMost("a".repeat(30), 6)).toBeNull();
  expect(linesAtMost("", 6)).toBe(1);
});
