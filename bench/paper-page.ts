import type { ItineraryPaper } from "#documents/itinerary-paper.ts";
import type { EuOnPaper, PaperHead } from "#documents/paper-head.ts";
import type { SignatureSheetPaper } from "#documents/signature-sheet-paper.ts";
import { fontFaces } from "./page-fonts.ts";

// A paper as a page with rules for print: what a browser would be given instead of a template. It says and looks much
// the same: sizes, rules, what is repeated on every sheet, the line of a day.

/** `own`: the typeface of the product, as its pages bring it along; `system`: whatever the browser finds, a rival's best case. */
export type Typeface = "own" | "system";

/** A sheet to be signed, as a page. */
export function sheetPage(paper: SignatureSheetPaper, typeface: Typeface): string {
  const { heading, facts, organiser, sections, heads, widths, certifies, privacy, eu } = paper;
  const columns = widths.map((width) => `<col style="width:${width}mm">`).join("");
  const tables = sections.map(
    (section) =>
      `<h2>${safe(section.heading)}</h2><table class="signed"><colgroup>${columns}</colgroup>
      <thead><tr>${heads.map((head) => tag("th", head)).join("")}</tr></thead>
      <tbody>${section.rows.map((row) => `<tr>${[...row, emptyCell].map((cell) => tag("td", cell)).join("")}</tr>`).join("")}</tbody></table>`,
  );
  const lines = facts.map(({ label, value }) => tag("p", `${label}: ${value}`)).join("");
  const head = `<header><div>${tag("h1", heading)}${lines}${tag("p", organiser)}</div>${euBlock(eu)}</header>`;
  const foot = [privacy, [eu?.statement, paper.foot].filter(Boolean).join(" · ")];
  const body = [stripe, head, ...tables, ...certifies.map((line) => tag("p", line))];
  return page(paper, body, { typeface, foot, margin: "13mm 14mm 27mm" });
}

/** The days of a trip, as a page. */
export function itineraryPage(paper: ItineraryPaper, typeface: Typeface): string {
  const { product, organiser, kicker, heading, code, days, eu } = paper;
  const stops = (items: ItineraryPaper["days"][number]["items"]) =>
    items.map(
      ({ kind, when, heading: title, details }) =>
        `<tr class="${kind}"><td>${safe(when)}</td><td><i></i>${tag("h3", title)}${details.map((line) => tag("p", line)).join("")}</td></tr>`,
    );
  const lines = days.map(
    (day) =>
      `<table class="day"><thead><tr><th colspan="2">${tag("h2", day.heading)} ${safe(day.where)}</th></tr></thead>${stops(day.items).join("")}</table>`,
  );
  const picture = `<div role="img" aria-label="${safe(code.alt)}" class="code">${code.svg}</div>`;
  const whose = `<p class="whose"><b>${safe(product)}</b> ${safe(organiser)}</p>`;
  const head = `<header><div>${tag("p", kicker)}${tag("h1", heading)}</div>${picture}</header>`;
  const body = [stripe, whose, head, ...lines, euBlock(eu)];
  return page(paper, body, { typeface, foot: [paper.foot], margin: "16mm 18mm 20mm" });
}

type Setting = { typeface: Typeface; foot: string[]; margin: string };

function page({ lang, title }: PaperHead, body: string[], setting: Setting): string {
  const { typeface, foot, margin } = setting;
  const family = typeface === "own" ? "Ubuntu" : "sans-serif";
  const words = foot.map((line) => JSON.stringify(line)).join(' "\\a" ');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${safe(title)}</title><style>
    ${typeface === "own" ? fontFaces() : ""}
    @page { size: A4; margin: ${margin}; font: 7.5pt ${family}; color: #5a5350;
      @bottom-left { content: ${words}; white-space: pre-wrap; text-align: left; width: 90% }
      @bottom-right { content: counter(page) " / " counter(pages) } }
    body { font: 10.5pt/1.25 ${family}; color: #1f1b1a; margin: 0 } p { margin: 0 0 1mm }
    h1, h2, h3, th { font-weight: 500; margin: 2mm 0 1mm } h3 { font-size: 1em; margin: 0 }
    .stripe { height: 3pt; border: solid #9e3039; border-width: 3pt 0; margin-bottom: 4mm }
    .whose { border-bottom: .6pt solid #d9d2ca; padding-bottom: 10pt; font-size: 9pt }
    .whose b { font-size: 12.5pt; margin-right: 5mm } header { display: flex; gap: 8mm } header > :first-child { flex: 1 }
    .eu { display: grid; grid-template-columns: 25mm 1fr; gap: 12pt; font-size: 8.5pt; width: 62mm } .eu b { color: #039 }
    table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: 5pt 4pt; vertical-align: middle }
    tr { break-inside: avoid } .signed { font-size: 9.5pt; table-layout: fixed } .signed td { height: 8mm }
    .signed tr { border-bottom: .6pt solid #5a5350 } .signed thead tr { border-bottom: 1.2pt solid; font-size: 9pt }
    .day th { border-bottom: 1.2pt solid } .day h2 { display: inline } .day td { vertical-align: top; padding: 0 }
    .day td:first-child { width: 26mm; font-weight: 500 } .day td + td { border-left: 1.7pt solid; padding: 0 0 16pt 12pt; position: relative }
    .travel td + td { border-left-style: dashed } i { position: absolute; left: -5.3pt; top: 1pt; width: 7pt; height: 7pt; border: 1.5pt solid; border-radius: 50%; background: #fff }
    .visit i { background: #9e3039; border-color: #9e3039 } .travel i { display: none } .day p { color: #5a5350 } svg { width: 25mm }
    </style></head><body>${body.join("\n")}</body></html>`;
}

/** A browser leaves a cell of nothing out of the structure. */
const emptyCell = "\u00a0";

const stripe = '<div class="stripe"></div>';

const euBlock = (eu: EuOnPaper | null) =>
  eu
    ? `<div class="eu"><div role="img" aria-label="${safe(eu.emblemWords)}">${eu.emblem}</div><div><p><b>${safe(eu.statement)}</b></p>${[eu.project, eu.disclaimer].map((line) => tag("p", line)).join("")}</div></div>`
    : "";

const tag = (name: string, words: string) => `<${name}>${safe(words)}</${name}>`;

const safe = (words: string) =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll("\n", "<br>");
