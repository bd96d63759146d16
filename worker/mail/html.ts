import type { Letter, LogoInMail } from "./letter.ts";

/** The name under which the emblem travels with the mail. */
export const emblemName = "emblem";

const ink = "#1d1a17";
const paper = "#ffffff";
const accent = "#9e3039";
const euBlue = "#003399";

/** The faces that may stand beside the emblem: mail programs have no Ubuntu, and take the next. */
const face = "Ubuntu, Verdana, Arial, sans-serif";

/** A letter as HTML that mail programs show: one column, styles in place, nothing but logos loaded from afar. */
export function html(letter: Letter): string {
  const { locale, subject, heading, paragraphs, code, facts, deed, afterwards, foot } = letter;
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;background:${paper};color:${ink};font:16px/1.5 ${face};overflow-wrap:break-word">`,
    `<div style="height:4px;background:${accent}"></div><div style="height:2px"></div>`,
    `<div style="height:4px;background:${accent}"></div>`,
    `<div style="max-width:38rem;margin:0 auto;padding:24px 16px">`,
    `<h1 style="font-size:26px;line-height:1.2;margin:0 0 16px">${escaped(heading)}</h1>`,
    ...paragraphs.map((text) => paragraph(text)),
    code ? `<p style="font-size:34px;font-weight:700;margin:0 0 16px">${escaped(code)}</p>` : "",
    facts.length ? listed(facts) : "",
    deed ? button(deed) : "",
    ...afterwards.map((text) => paragraph(text)),
    ...foot.map((text) => paragraph(text, "font-size:14px;margin:0 0 4px")),
    letter.eu ? euBlock(letter.eu) : "",
    "</div></body></html>",
  ].join("\n");
}

const paragraph = (text: string, style = "margin:0 0 16px") =>
  `<p style="${style}">${linked(text)}</p>`;

function listed(facts: Letter["facts"]): string {
  const cell = "text-align:left;vertical-align:top;border-bottom:1px solid #c9c2b8;padding:6px 0";
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" style="${cell};font-weight:400;padding-right:24px;width:38%">${escaped(name)}</th><td style="${cell};font-weight:500">${escaped(value)}</td></tr>`,
  );
  return `<table style="border-collapse:collapse;border-top:2px solid ${ink};margin:0 0 24px;width:100%">${rows.join("")}</table>`;
}

function button({ label, href }: NonNullable<Letter["deed"]>): string {
  const style = `display:inline-block;background:${accent};color:${paper};padding:12px 22px;font-weight:500;text-decoration:none`;
  return `<p style="margin:0 0 24px"><a href="${escaped(href)}" style="${style}">${escaped(label)}</a></p>`;
}

function euBlock({
  statement,
  project,
  disclaimer,
  emblemWords,
  logos,
}: NonNullable<Letter["eu"]>) {
  const small = "font-size:13px;margin:0 0 4px";
  return [
    `<table style="border-collapse:collapse;border-top:1px solid #c9c2b8;margin-top:24px;width:100%"><tr>`,
    `<td style="padding:16px 16px 0 0;width:90px;vertical-align:top"><img src="cid:${emblemName}" width="90" height="60" alt="${escaped(emblemWords)}" style="display:block"></td>`,
    `<td style="padding-top:16px"><p style="font-size:15px;font-weight:700;color:${euBlue};margin:0 0 4px">${escaped(statement)}</p>`,
    `<p style="${small}">${escaped(project)}</p><p style="${small}">${escaped(disclaimer)}</p></td></tr></table>`,
    logos.length
      ? `<p style="font-size:13px;margin:8px 0 0">${logos.map(logo).join("\n")}</p>`
      : "",
  ].join("\n");
}

/** Without a height: the width, rounded down, keeps it within that of the emblem. */
const logo = ({ address, words, width }: LogoInMail) =>
  `<img src="${escaped(address)}" width="${width}" alt="${escaped(words)}" style="vertical-align:middle;margin:8px 16px 0 0">`;

/** Addresses in a text become links; a full stop behind one is none of its. */
const linked = (text: string) =>
  escaped(text).replace(
    /https?:\/\/[^\s<]*[^\s<.,;]/g,
    (address) => `<a href="${address}" style="color:${accent}">${address}</a>`,
  );

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
