import * as z from "zod/mini";

export const bulkKinds = ["confirm", "withdraw", "pickup", "notice"] as const;

export type BulkKind = (typeof bulkKinds)[number];

const text = (most: number, missing: string) =>
  z.string(missing).check(z.trim(), z.minLength(1, missing), z.maxLength(most, "tooLong"));

/** What each kind needs besides the people. Messages are keys of `organise.problem`. */
const details = {
  confirm: z.object({ reason: text(500, "reasonMissing") }),
  withdraw: z.object({ reason: text(500, "reasonMissing") }),
  pickup: z.object({ pickupId: z.guid("pickupMissing") }),
  notice: z.object({
    subject: text(200, "noticeSubjectMissing"),
    text: text(4000, "noticeTextMissing"),
  }),
} satisfies Record<BulkKind, z.ZodMiniType>;

/** The details of a bulk work as they were typed, checked by its kind. */
export const bulkDetails = (kind: BulkKind) => details[kind];

export const bulkStart = z.object({
  tripId: z.guid(),
  kind: z.enum(bulkKinds),
  details: z.record(z.string(), z.string()),
  registrationIds: z.array(z.guid()).check(z.minLength(1, "nobodyChosen"), z.maxLength(2000)),
});

export type BulkStart = z.infer<typeof bulkStart>;
