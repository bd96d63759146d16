/** Papers whose words an organiser may change. */
export const wordedPapers = ["invitation", "certificate"] as const;

export type WordedPaper = (typeof wordedPapers)[number];

/** What may stand in braces in the words of each paper. */
export const wordingFields = {
  invitation: [
    "name",
    "institution",
    "position",
    "trip",
    "aim",
    "days",
    "departure",
    "return",
    "organiser",
  ],
  certificate: ["name", "institution", "position", "trip", "days", "hours", "organiser"],
} as const satisfies Record<WordedPaper, readonly string[]>;

export type WordingField = (typeof wordingFields)[WordedPaper][number];

const field = /\{([^{}\n]*)\}/g;

/** Fields of a text that its paper does not have, each once; a brace alone counts as one. */
export function unknownFields(text: string, paper: WordedPaper): string[] {
  const known: readonly string[] = wordingFields[paper];
  const named = [...text.matchAll(field)].map(([, name = ""]) => name);
  const alone = text.replace(field, "").match(/[{}]/g) ?? [];
  return [...new Set([...named.filter((name) => !known.includes(name)), ...alone])];
}

/** The text with its fields filled in, in one pass: what a person is called is never read as a field. */
export function filled(text: string, values: Partial<Record<WordingField, string>>): string {
  return text.replace(field, (whole, name: WordingField) => values[name] ?? whole);
}

/** The paragraphs of a text: empty lines stand between them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean);
