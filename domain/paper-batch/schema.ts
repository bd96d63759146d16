import * as z from "zod/mini";
import { wordedPapers } from "#domain/wording/rules.ts";
import { locales } from "#lib/locales.ts";

/** Letters or certificates of everybody on an own trip; each is in its person's language, the document says this one. */
export const batchStart = z.object({
  tripId: z.guid(),
  paper: z.enum(wordedPapers),
  locale: z.enum(locales),
});

export type BatchStart = z.infer<typeof batchStart>;
