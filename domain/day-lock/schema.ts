import * as z from "zod/mini";
import type { IsoDate } from "#lib/dates.ts";

/** Which day of which trip. */
export type DayReference = { tripId: string; date: IsoDate };

export const dayReference = z.object({ tripId: z.guid(), date: z.iso.date() });

/** Opens a locked day again. */
export const reopening = z.extend(dayReference, {
  reason: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "reopenReasonMissing"),
      z.maxLength(500, "reopenReasonTooLong"),
    ),
});

export type Reopening = z.infer<typeof reopening>;
