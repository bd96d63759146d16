import * as z from "zod/mini";
import { dayReference } from "#domain/day-lock/schema.ts";

/** Of one person: whether the signature is there, and what is decided where that differs from the marks. */
const readSignature = z.object({
  registrationId: z.guid(),
  signed: z.boolean(),
  /** `explain`: both stay, and `words` say why. `correct`: the mark is corrected to what the sheet says, for that reason. */
  decision: z.enum(["none", "explain", "correct"]),
  words: z.string().check(z.trim(), z.maxLength(5000)),
});

/** The people of a day as they were looked up on the sheet. */
export const comparison = z.extend(dayReference, {
  people: z.array(readSignature).check(z.maxLength(1000)),
});

export type Comparison = z.infer<typeof comparison>;
