import type { Letter } from "./letter.ts";

/** A letter as plain text, for programs and people that want no HTML. */
export function plainText(letter: Letter): string {
  const { heading, paragraphs, code, facts, deed, afterwards, foot, eu } = letter;
  const blocks = [
    heading,
    ...paragraphs,
    code ?? "",
    facts.map(([name, value]) => `${name}: ${value}`).join("\n"),
    deed ? `${deed.label}:\n${deed.href}` : "",
    ...afterwards,
    foot.length ? `--\n${foot.join("\n")}` : "",
    eu ? `${eu.statement}\n${eu.project}\n${eu.disclaimer}` : "",
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
