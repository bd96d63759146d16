import type { ItineraryPaper } from "#documents/itinerary-paper.ts";
import type { EuOnPaper, PaperHead } from "#documents/paper-head.ts";
import type { SignatureSheetPaper } from "#documents/signature-sheet-paper.ts";

// The words of a paper as a plain page with rules for print: what a browser would be given instead of a template.

/** A sheet to be signed, as a page. */
export function sheetPage(paper: SignatureSheetPaper): string {
  const { heading, facts, organiser, sections, heads, certifies, privacy, eu } = paper;
  const tables = sections.map(
    (section) =>
      `<h2>${safe(section.heading)}</h2><table><thead><tr>${heads.map((head) => tag("th", head)).join("")}</tr></thead>
      <tbody>${section.rows.map((row) => `<tr>${[...row, emptyCell].map((cell) => tag("td", cell)).join("")}</tr>`).join("")}</tbody></table>`,
  );
  const head = facts.map(({ label, value }) => tag("p", `${label}: ${value}`)).join("");
  const words = [tag("h1", heading), head, tag("p", organiser), ...tables];
  const foot = [...certifies, privacy].map((line) => tag("p", line));
  return page(paper, [...words, ...foot, euBlock(eu)].join("\n"));
}

/** The days of a trip, as a page. */
export function itineraryPage(paper: ItineraryPaper): string {
  const { kicker, heading, code, days, eu } = paper;
  const stops = (items: ItineraryPaper["days"][number]["items"]) =>
    items.map(
      ({ when, heading: title, details }) =>
        `<tr><td>${safe(when)}</td><td>${tag("h3", title)}${details.map((line) => tag("p", line)).join("")}</td></tr>`,
    );
  const lines = days.map(
    (day) =>
      `<h2>${safe(day.heading)}</h2>${tag("p", day.where)}<table>${stops(day.items).join("")}</table>`,
  );
  const picture = `<div role="img" aria-label="${safe(code.alt)}" class="code">${code.svg}</div>`;
  return page(
    paper,
    [tag("p", kicker), tag("h1", heading), picture, ...lines, euBlock(eu)].join("\n"),
  );
}

function page({ lang, title, foot, product }: PaperHead, body: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${safe(title)}</title><style>
    @page { size: A4; margin: 16mm 18mm 20mm; @bottom-left { content: ${JSON.stringify(foot)}; font-size: 8pt }
      @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt } }
    body { font: 10.5pt/1.35 sans-serif; margin: 0 } p { margin: 0 0 1mm } h2, h3 { margin: 2mm 0 1mm }
    table { width: 100%; border-collapse: collapse } th, td { text-align: left; vertical-align: top; padding: 1.5mm }
    tr { break-inside: avoid; border-bottom: .6pt solid #d9d2ca } h3 { font-size: 1em } svg { width: 25mm }
    </style></head><body>${tag("p", product)}${body}</body></html>`;
}

/** A browser leaves a cell of nothing out of the structure. */
const emptyCell = "\u00a0";

const euBlock = (eu: EuOnPaper | null) =>
  eu
    ? `<div role="img" aria-label="${safe(eu.emblemWords)}">${eu.emblem}</div>${[eu.statement, eu.project, eu.disclaimer].map((line) => tag("p", line)).join("")}`
    : "";

const tag = (name: string, words: string) => `<${name}>${safe(words)}</${name}>`;

const safe = (words: string) =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll("\n", "<br>");
