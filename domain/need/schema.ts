import * as z from "zod/mini";

export const diets = ["none", "vegetarian", "vegan", "glutenFree", "lactoseFree", "other"] as const;

export type Diet = (typeof diets)[number];

/** Free text: composed letters, single blanks; empty where nothing is said. */
const text = z.string().check(
  z.overwrite((typed) => typed.normalize("NFC").replace(/\s+/g, " ").trim()),
  z.maxLength(500, "needTooLong"),
);

/** What somebody needs on the way, and that they agree to it being kept. */
export const needForm = z.object({
  registrationId: z.uuid(),
  /** Who had the place when the form was shown. */
  holderId: z.exactOptional(z.nullable(z.uuid())),
  diet: z.enum(diets, "dietMissing"),
  allergy: text,
  access: text,
  agreed: z.boolean(),
  /** The sentence that was agreed to, as it was shown. */
  wording: z.string().check(z.minLength(1), z.maxLength(1_000)),
});

export type NeedForm = z.input<typeof needForm>;

/** For how long after the trip they are kept, in days. */
export const keptDays = z.object({
  tripId: z.uuid(),
  days: z.int("keptDaysWrong").check(z.gte(0, "keptDaysWrong"), z.lte(30, "keptDaysWrong")),
});

export type KeptDays = z.input<typeof keptDays>;
