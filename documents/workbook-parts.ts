import type { CellType } from "#domain/export/schema.ts";
import type { Locale } from "#lib/locales.ts";
import type { Sheet } from "./sheet.ts";

// What a workbook of one sheet consists of besides its rows, by ECMA-376, part 1 (5th edition): the parts and
// relationships of chapter 12, and the elements of chapter 18 in the order that their schemas demand.

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const opc = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** A text within an element or an attribute. What XML forbids has been taken out before. */
export const escaped = (text: string) => text.replace(/[&<>"\t\n]/g, (sign) => signs[sign] ?? "");

/** The parts that come before the sheet, by name; they speak of nothing that only its rows tell. */
export const partsBefore = (locale: Locale): Record<string, string> => ({
  "[Content_Types].xml": `${xml}<Types xmlns="${opc}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>
</Types>`,
  "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
  "xl/_rels/workbook.xml.rels": relationships([
    ["worksheet", "worksheets/sheet1.xml"],
    ["styles", "styles.xml"],
  ]),
  "xl/styles.xml": stylesPart(locale),
});

const relationships = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${xml}<Relationships xmlns="${opc}/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

export const sheetPart = "xl/worksheets/sheet1.xml";

/** The sheet until its first row: the heading stays in sight, and columns have their widths and formats. */
export const sheetBegins = ({ columns }: Pick<Sheet, "columns">) =>
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns
    .map(
      ({ type, width }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf[type]}" customWidth="1"/>`,
    )
    .join("")}</cols><sheetData>`;

/** The sheet after its last row, with a filter over `area`, `A1:E3`. */
export const sheetEnds = (area: string) => `</sheetData><autoFilter ref="${area}"/></worksheet>`;

export const workbookPart = "xl/workbook.xml";

/** Names the sheet, and the area of its filter, without which Excel calls the file damaged once it is sorted. */
export const workbookOf = (name: string, area: string) => {
  const [first, last] = area.split(":").map((cell) => cell.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2"));
  const filtered = escaped(`'${name.replaceAll("'", "''")}'!${first}:${last}`);
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${filtered}</definedName></definedNames></workbook>`;
};

/** Places of the formats below. */
export const styleOf: Record<CellType | "heading", number> = {
  number: 0,
  heading: 1,
  text: 2,
  day: 3,
  moment: 4,
};

/** 49 is the built-in format of texts; own ones begin at 164 (18.8.30). Two fills are always there. */
const stylesPart = (locale: Locale) =>
  `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="${escaped(dayFormats[locale])}"/><numFmt numFmtId="165" formatCode="${escaped(`${dayFormats[locale]} ${timeFormats[locale]}`)}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${[
    format(0),
    format(49, 1),
    format(49),
    format(164),
    format(165),
  ].join(
    "",
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const format = (number: number, font = 0) =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0"${number ? ' applyNumberFormat="1"' : ""}${font ? ' applyFont="1"' : ""}/>`;

const dayFormats: Record<Locale, string> = {
  lv: 'dd"."mm"."yyyy"."',
  en: "dd/mm/yyyy",
  lt: "yyyy-mm-dd",
};

const timeFormats: Record<Locale, string> = { lv: 'hh"."mm', en: "hh:mm", lt: "hh:mm" };
