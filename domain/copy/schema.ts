import * as z from "zod/mini";

/** Which trip, and on what day its copy begins; all other days keep their distance. */
export const tripCopy = z.object({
  tripId: z.guid(),
  firstDay: z.iso.date("firstDayMissing"),
  title: z.string().check(z.trim(), z.minLength(1, "titleMissing"), z.maxLength(200, "tooLong")),
});

export type TripCopy = z.infer<typeof tripCopy>;
