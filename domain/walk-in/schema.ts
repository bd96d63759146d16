import * as z from "zod/mini";
import { isStorable } from "#domain/attendance/rules.ts";
import { line } from "#domain/registration/schema.ts";
import type { IsoDate } from "#lib/dates.ts";
import { mostLetters } from "./rules.ts";

const person = {
  givenName: line("givenNameMissing", "givenNameTooLong", mostLetters.name),
  familyName: line("familyNameMissing", "familyNameTooLong", mostLetters.name),
  /** A municipality of the register, or `institution` in words: exactly one of the two. */
  organisationId: z.nullable(z.guid()),
  institution: z.nullable(line("walkInFromMissing", "walkInFromTooLong", mostLetters.institution)),
};

const fromSomewhere = (one: { organisationId: string | null; institution: string | null }) =>
  (one.organisationId === null) !== (one.institution === null);

const hand = {
  /** Made by the device: sending it again changes nothing. */
  id: z.guid(),
  date: z.iso.date(),
  /** An id that the device gave itself. */
  device: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** Of the device's clock, which nothing but a revocation is decided by. */
  deviceAt: z.iso.datetime(),
};

const reason = line("walkInReasonMissing", "walkInReasonTooLong", mostLetters.reason);

const deliveredWalkIn = z
  .object({ kind: z.literal("added"), ...hand, ...person })
  .check(z.refine(fromSomewhere));

const deliveredRemoval = z.object({
  kind: z.literal("removed"),
  ...hand,
  walkInId: z.guid(),
  reason,
});

/** A walk-in or a removal as a phone delivers it: made there, perhaps days ago, and sent until it is answered. */
export const deliveredEntry = z
  .discriminatedUnion("kind", [deliveredWalkIn, deliveredRemoval])
  .check(z.refine(isStorable));

export type DeliveredWalkIn = z.infer<typeof deliveredWalkIn>;
export type DeliveredRemoval = z.infer<typeof deliveredRemoval>;
export type DeliveredEntry = DeliveredWalkIn | DeliveredRemoval;

/** Somebody who came along, as the page of a day takes it. */
export const newWalkIn = z
  .object({ id: z.guid(), tripId: z.guid(), date: z.iso.date(), ...person })
  .check(
    z.refine(fromSomewhere, {
      error: "walkInFromMissing",
      path: ["institution"],
      // Said together with what else is missing, and not only once the rest is right.
      when: () => true,
    }),
  );

export type NewWalkIn = z.infer<typeof newWalkIn>;

/** Says of a walk-in on the page of a day that it was none. */
export const newRemoval = z.object({
  id: z.guid(),
  tripId: z.guid(),
  date: z.iso.date(),
  walkInId: z.guid(),
  reason,
});

export type NewRemoval = z.infer<typeof newRemoval>;

/** A walk-in as a phone holds it. */
export type RollCallWalkIn = {
  id: string;
  date: IsoDate;
  givenName: string;
  familyName: string;
  organisationId: string | null;
  institution: string | null;
  /** Where from, in words. */
  from: string;
  /** Whoever wrote it down, in words. */
  by: string;
  revoked: boolean;
};

/** What a phone takes along to write down walk-ins without the network. */
export type RollCallWalkIns = {
  /** Of all days, without those that were removed. */
  here: RollCallWalkIn[];
  /** Ids of those that were. */
  removed: string[];
  municipalities: { id: string; name: string }[];
};
