import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/universal";
import type { PersonLine } from "#domain/people-list/rules.ts";
import { windows1257 } from "#scripts/checks/windows-1257.ts";
import { mostFileBytes, readPeopleFile } from "./rules.ts";

const anna: PersonLine = {
  givenName: "Anna",
  familyName: "Bērziņa",
  position: "juriste, arhivāre",
  email: "anna.berzina@livani.example",
  phone: "+371 20 123 456",
};
const rasa: PersonLine = {
  givenName: "Rasa",
  familyName: "Šiaučiūnaitė",
  position: "vyriausioji specialistė",
  email: "rasa@birzai.example",
  phone: "",
};

const utf8 = (text: string) => new TextEncoder().encode(text);

const utf16 = (text: string) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));

async function workbook(...sheets: string[][][]): Promise<Uint8Array> {
  const written = await writeWorkbook(
    sheets.map((rows, index) => ({
      sheet: `Lapa ${index + 1}`,
      data: rows.map((row) => row.map((value) => ({ value }))),
    })),
  ).toBlob();
  return new Uint8Array(await written.arrayBuffer());
}

const headings = ["Nr.", "Vārds", "Uzvārds", "Amats", "E-pasts", "Tālrunis"];
const rowOf = ({ givenName, familyName, position, email, phone }: PersonLine, number: number) => [
  String(number),
  givenName,
  familyName,
  position,
  email,
  phone,
];
const rows = [headings, rowOf(anna, 1), rowOf(rasa, 2)];
const csv = (separator: string) =>
  rows
    .map((row) => row.map((cell) => (/[,;]/.test(cell) ? `"${cell}"` : cell)).join(separator))
    .join("\r\n");

describe("a file of people", () => {
  test.each([
    ["UTF-8 with semicolons", utf8(csv(";"))],
    ["UTF-8 with commas and a mark at its beginning", utf8(`\uFEFF${csv(",")}`)],
    ["Windows-1257 with semicolons", windows1257(csv(";"))],
    ["Windows-1257 with commas", windows1257(csv(","))],
    ["UTF-16 with tabs, as Excel saves Unicode text", utf16(csv("\t"))],
    ["a separator that its first line names", utf8(`sep=|\r\n${csv("|")}`)],
  ])("is read as %s", async (_how, bytes) => {
    expect(await readPeopleFile(bytes)).toEqual({ ok: true, people: [anna, rasa] });
  });

  test("is read as a workbook: a title above the headings is nobody, and an empty sheet is passed over", async () => {
    const titled = [["Dalībnieku saraksts"], [""], ...rows];
    expect(await readPeopleFile(await workbook([[""]], titled))).toEqual({
      ok: true,
      people: [anna, rasa],
    });
  });

  test("keeps people apart whose cells have several lines", async () => {
    const text = 'Vārds un uzvārds;E-pasts\n"Anna\nBērziņa";anna@livani.example\n';
    const person = { ...anna, position: "", email: "anna@livani.example", phone: "" };
    expect(await readPeopleFile(utf8(text))).toEqual({ ok: true, people: [person] });
  });
});

describe("refused with a reason", () => {
  const refusal = async (bytes: Uint8Array) => {
    const read = await readPeopleFile(bytes);
    return read.ok ? read.people : read.reason;
  };

  test.each([
    ["an empty file", "fileEmpty", new Uint8Array()],
    ["a file of many megabytes", "fileTooLarge", new Uint8Array(mostFileBytes + 1)],
    ["an old or locked workbook", "fileOldExcel", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ["a picture, whatever its name", "fileUnknown", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])],
    ["half a workbook", "fileBroken", utf8("PK\u0003\u0004nonsense")],
    ["an archive that is no workbook", "fileBroken", zipSync({ "a.txt": utf8("Anna") })],
    ["a table in which quotes never end", "fileBroken", utf8('Vārds;E-pasts\n"Anna;x@y.lv\n')],
    ["headings without people", "fileNobody", utf8(csv(";").split("\r\n")[0] ?? "")],
    ["a table of something else", "fileNobody", utf8("1;2;3\n4;5;6\n")],
  ] as const)("%s", async (_what, reason, bytes) => {
    expect(await refusal(bytes)).toBe(reason);
  });

  test("a small archive that would be unpacked to a very large one", async () => {
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(mostFileBytes);
    expect(await refusal(bomb)).toBe("fileTooLarge");
  });

  test("a workbook with a cell so far out that all before it would fill the memory", async () => {
    const small = await workbook([["Vārds", "E-pasts"]]);
    const files = unzipSync(small);
    const sheet = Object.keys(files).find((name) => name.startsWith("xl/worksheets/")) as string;
    const far = '<row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData>';
    const text = new TextDecoder().decode(files[sheet]).replace("</sheetData>", far);
    const bomb = zipSync({ ...files, [sheet]: utf8(text) });
    expect(await refusal(bomb)).toBe("fileTooMany");
  });

  test("more people than one delegation has places", async () => {
    const many = Array.from({ length: 501 }, (_, index) => rowOf(anna, index + 1).join(";"));
    expect(await refusal(utf8([headings.join(";"), ...many].join("\n")))).toBe("fileTooMany");
  });
});
