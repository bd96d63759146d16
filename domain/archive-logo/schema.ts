import * as z from "zod/mini";
import { filled, list, localized, moment } from "#domain/archive-field/schema.ts";
import { mostKeptBytes } from "#domain/logo/rules.ts";
import { mostLogos } from "#domain/logo/schema.ts";

const logo = z.strictObject({
  /** Whose logo it is: read out where nobody sees it. */
  name: localized(200),
  addedAt: moment,
  /** A PNG in base64, as it is kept. */
  content: filled(Math.ceil(mostKeptBytes / 3) * 4),
});

export type LogoEntry = z.infer<typeof logo>;

/** The logos of a project in their order. Files from before they travelled say nothing of them. */
export const logos = z.optional(list(logo, mostLogos));
