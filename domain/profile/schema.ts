import * as z from "zod/mini";
import { registrationAnswers } from "#domain/registration/schema.ts";
import { locales } from "#lib/locales.ts";

/** What a person may change of the profile: the answers that forms begin with, and the language of mails. */
export const profileAnswers = z.intersection(
  registrationAnswers,
  z.object({ locale: z.enum(locales, "localeMissing") }),
);

export type ProfileAnswers = z.input<typeof profileAnswers>;
