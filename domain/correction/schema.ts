import * as z from "zod/mini";
import { dayReference } from "#domain/day-lock/schema.ts";
import { type PartReference, partReference } from "#domain/day-part/schema.ts";

/** A mark that corrects what was marked of a person on a day, or in a part of it. */
export const correction = z.extend(dayReference, {
  ...partReference,
  registrationId: z.guid("personMissing"),
  present: z.boolean("presenceMissing"),
  reason: z
    .string()
    .check(z.trim(), z.minLength(1, "correctionReasonMissing"), z.maxLength(500, "reasonTooLong")),
});

export type Correction = {
  tripId: string;
  date: string;
  registrationId: string;
  /** Null where nothing was chosen. */
  present: boolean | null;
  reason: string;
} & Partial<PartReference>;
