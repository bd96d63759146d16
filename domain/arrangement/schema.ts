import * as z from "zod/mini";

export const placedItem = z.object({
  itemId: z.guid(),
  /** One of the trip's days. */
  date: z.iso.date(),
  /** The item of that day before which it goes; null puts it last. */
  before: z.nullable(z.guid()),
  /** The draft's revision that the person saw. */
  seen: z.exactOptional(z.int()),
});

export const movedItem = z.object({
  itemId: z.guid(),
  direction: z.enum(["earlier", "later"]),
  seen: z.exactOptional(z.int()),
});

export const shift = z.object({
  itemId: z.guid(),
  /** Later when positive. */
  minutes: z.int("itinerary.error.minutes").check(
    z.gte(-720, "itinerary.error.minutes"),
    z.lte(720, "itinerary.error.minutes"),
    z.refine((minutes) => minutes !== 0, "itinerary.error.minutes"),
  ),
  seen: z.exactOptional(z.int()),
});

export type PlacedItem = z.infer<typeof placedItem>;
export type MovedItem = z.infer<typeof movedItem>;
export type Shift = z.infer<typeof shift>;
