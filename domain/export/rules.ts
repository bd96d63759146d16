import { type ExportFormat, type ExportKind, exportFormats, exportKinds } from "./schema.ts";

/** What a file name of an address asks for, `registrations.xlsx`; null where there is no such file. */
export function fileAsked(name: string): { kind: ExportKind; format: ExportFormat } | null {
  const [kindName, formatName, ...rest] = name.split(".");
  const kind = exportKinds.find((one) => one === kindName);
  const format = exportFormats.find((one) => one === formatName);
  return kind && format && rest.length === 0 ? { kind, format } : null;
}

/**
 * A text that no spreadsheet takes for a formula when it opens a CSV: with an apostrophe in front where it would.
 * Whatever is blank or unseen counts as nothing before the sign. A plain phone number stays as it is: a plus and
 * digits compute nothing. Source: OWASP, CSV Injection.
 */
export function neutralised(text: string): string {
  return beginsFormula.test(text) && !isPhone(text) ? `'${text}` : text;
}

/** Blanks, controls and marks without a width, and then a sign; a tab or a line's end is a sign itself. */
const beginsFormula = /^(?:[\t\r\n]|[\s\p{C}\p{Z}\p{M}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

/** As far as E.164 goes: 7 to 15 digits, with single blanks among them and nothing else that a sheet could compute. */
const isPhone = (text: string) => /^\+[1-9](?: ?\d){6,14}$/.test(text);

/** Without what XML 1.0 forbids (section 2.2, Char), and with one kind of line's end. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(forbiddenInXml, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const forbiddenInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/gu;
