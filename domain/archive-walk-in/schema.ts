import * as z from "zod/mini";
import { email, filled, list, moment, reference, text } from "#domain/archive-field/schema.ts";
import { mostLetters } from "#domain/walk-in/rules.ts";

const hand = {
  /** Made by the device that wrote it down. */
  id: z.guid("notId"),
  recordedBy: email,
  device: text(200),
  deviceAt: moment,
  receivedAt: moment,
  /** Arrived after its maker had ceased to lead the trip. */
  revoked: z.optional(z.boolean("notYesNo")),
};

const signature = z.strictObject({
  signed: z.boolean("notYesNo"),
  explanation: z.exactOptional(filled(5_000)),
  readBy: email,
  readAt: moment,
});

const walkIn = z
  .strictObject({
    ...hand,
    date: z.iso.date("notDate"),
    givenName: filled(mostLetters.name),
    familyName: filled(mostLetters.name),
    /** A municipality of the file, or an institution in words. */
    organisation: z.nullable(reference),
    institution: z.nullable(filled(mostLetters.institution)),
    /** Each says that it was none. */
    removals: list(z.strictObject({ ...hand, reason: filled(mostLetters.reason) }), 100),
    /** Whether they signed in a blank row of the sheet, as somebody read it, in order. */
    signatures: z.exactOptional(list(signature, 100)),
  })
  .check(
    z.refine(
      ({ organisation, institution }) => (organisation === null) !== (institution === null),
      {
        error: "notChoice",
        path: ["institution"],
      },
    ),
  );

export type WalkInEntry = z.infer<typeof walkIn>;

/** Who came along without a registration; files from before there were any say nothing of them. */
export const walkIns = z.optional(list(walkIn, 20_000));
