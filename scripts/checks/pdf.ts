import * as mupdf from "mupdf";

/** What a PDF says of itself, read by another program than the one that made it. */
export type ReadPdf = {
  pages: number;
  /** Millimetres. */
  size: { width: number; height: number };
  /** Its words, pages one after the other, each run of blanks as one. */
  text: string;
  title: string;
  lang: string;
  /** Marked as tagged, and as PDF/UA-1 with its title shown. */
  isTagged: boolean;
  isUniversal: boolean;
  /** Elements of the structure in reading order, by role. */
  roles: string[];
  /** Titles of headings in reading order. */
  headings: string[];
  /** The pages on which what is read stands, in reading order: each run of the same once. */
  pagesRead: number[];
  /** Alternative texts of pictures. */
  alts: string[];
  /** Every font's program is in the file. */
  fontsEmbedded: boolean;
};

export function readPdf(bytes: Uint8Array): ReadPdf {
  const document = mupdf.Document.openDocument(
    Buffer.from(bytes),
    "application/pdf",
  ) as mupdf.PDFDocument;
  const root = document.getTrailer().get("Root");
  const elements = structureOf(root.get("StructTreeRoot"));
  const numbers = pageNumbers(document);
  const metadata = root.get("Metadata");
  const pages = Array.from({ length: document.countPages() }, (_, at) => document.loadPage(at));
  const [left = 0, top = 0, right = 0, bottom = 0] = pages[0]?.getBounds() ?? [];
  const millimetres = (points: number) => Math.round((points * 254) / 72) / 10;
  return {
    pages: pages.length,
    size: { width: millimetres(right - left), height: millimetres(bottom - top) },
    text: pages
      .map((page) => page.toStructuredText("").asText())
      .join("\n")
      .replace(/\s+/g, " "),
    title: document.getMetaData("info:Title") ?? "",
    lang: textOf(root.get("Lang")),
    isTagged: root.get("MarkInfo").get("Marked").asBoolean(),
    isUniversal:
      metadata.isStream() &&
      metadata.readStream().asString().includes("<pdfuaid:part>1</pdfuaid:part>") &&
      root.get("ViewerPreferences").get("DisplayDocTitle").asBoolean(),
    roles: elements.map(({ role }) => role),
    headings: elements.flatMap(({ role, title }) => (/^H\d$/.test(role) ? [title] : [])),
    pagesRead: elements
      .flatMap(({ page }) => numbers.get(page) ?? [])
      .filter((page, at, all) => page !== all[at - 1]),
    alts: elements.flatMap(({ alt }) => (alt ? [alt] : [])),
    fontsEmbedded: fontsOf(document).every(Boolean),
  };
}

/** Lines of words on the first page, with the points from its upper edge to where each begins. */
export function linesOfPage(bytes: Uint8Array): { words: string; top: number }[] {
  const page = mupdf.Document.openDocument(Buffer.from(bytes), "application/pdf").loadPage(0);
  const lines: { words: string; top: number }[] = [];
  page.toStructuredText("").walk({
    beginLine: ([, top]) => lines.push({ words: "", top }),
    onChar: (letter) => {
      const line = lines.at(-1);
      if (line) line.words += letter;
    },
  });
  return lines;
}

/** How often a role stands in the structure. */
export const countRole = ({ roles }: ReadPdf, role: string): number =>
  roles.filter((one) => one === role).length;

const textOf = (value: mupdf.PDFObject) => (value.isString() ? value.asString() : "");

/** `page`: number of the object that is its page; 0 where its parts say theirs. */
type Element = { role: string; title: string; alt: string; page: number };

function structureOf(node: mupdf.PDFObject): Element[] {
  if (!node.isDictionary()) return [];
  const role = node.get("S");
  const page = node.get("Pg");
  const own = role.isName()
    ? [
        {
          role: role.asName(),
          title: textOf(node.get("T")),
          alt: textOf(node.get("Alt")),
          page: page.isIndirect() ? page.asIndirect() : 0,
        },
      ]
    : [];
  const kids = node.get("K");
  const all = kids.isArray()
    ? Array.from({ length: kids.length }, (_, at) => kids.get(at))
    : [kids];
  return [...own, ...all.flatMap(structureOf)];
}

/** Numbers of pages, from 1, by the objects that they are. */
const pageNumbers = (document: mupdf.PDFDocument) =>
  new Map(
    Array.from({ length: document.countPages() }, (_, at) => [
      document.findPage(at).asIndirect(),
      at + 1,
    ]),
  );

/** For each descriptor of a font: whether the font itself is there. */
function fontsOf(document: mupdf.PDFDocument): boolean[] {
  return Array.from({ length: document.countObjects() - 1 }, (_, at) =>
    document.newIndirect(at + 1).resolve(),
  )
    .filter(
      (object) => object.isDictionary() && object.get("Type").toString() === "/FontDescriptor",
    )
    .map((font) => ["FontFile", "FontFile2", "FontFile3"].some((key) => !font.get(key).isNull()));
}
