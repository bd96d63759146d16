import * as z from "zod/mini";
import type { locales } from "#lib/locales.ts";
import { wordedPapers } from "./rules.ts";

const text = z.optional(z.string().check(z.trim(), z.maxLength(4000, { error: "tooLong" })));

/** New words of a paper: by default or for one trip; a language left empty keeps the product's own words. */
export const wordingChange = z.object({
  organisationId: z.guid(),
  tripId: z.nullable(z.guid()),
  paper: z.enum(wordedPapers),
  lv: text,
  en: text,
  lt: text,
});

export type WordingChange = z.infer<typeof wordingChange>;

/** Texts per language; where there is none, the product's own stands. */
export type WordingTexts = Partial<Record<(typeof locales)[number], string>>;
