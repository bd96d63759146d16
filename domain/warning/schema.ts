import * as z from "zod/mini";

/** Order as they are listed. */
export const warningKinds = [
  "overlap",
  "shortTransfer",
  "speakerTwice",
  "groupTooLarge",
  "pastMidnight",
  "noDeparture",
  "noReturn",
] as const;

export type WarningKind = (typeof warningKinds)[number];

/** Something that a person should look at before the itinerary is published. */
export type Warning = {
  kind: WarningKind;
  /** The day on which it shows. */
  date: string;
  /** The items that it is about, in order; none when it is about the day as a whole. */
  itemIds: string[];
  /** Names and numbers for its sentence: kilometres, minutes, people. */
  facts: Record<string, string | number>;
  /** The same for the same items and facts: an accepted warning comes back when they change. */
  fingerprint: string;
};

export const acceptance = z.object({
  tripId: z.guid(),
  fingerprint: z.string().check(z.maxLength(1000)),
  note: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "itinerary.error.acceptanceNote"),
      z.maxLength(500, "itinerary.error.tooLong"),
    ),
});

export type Acceptance = z.infer<typeof acceptance>;
