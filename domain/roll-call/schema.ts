import * as z from "zod/mini";
import type { MarkFacts } from "#domain/attendance/rules.ts";
import { isStorable, knownAtMost } from "#domain/attendance/rules.ts";
import type { RollCallWalkIns } from "#domain/walk-in/schema.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** As many marks as are taken at once. */
export const marksAtOnce = 500;

/** One mark as a phone delivers it: made there, perhaps days ago, and sent until it is answered. */
export const deliveredMark = z
  .object({
    id: z.guid(),
    registrationId: z.guid(),
    date: z.iso.date(),
    /** At most one of the two; the whole day where there is none. */
    agendaItemId: z.nullable(z.guid()),
    pickupId: z.nullable(z.guid()),
    present: z.boolean(),
    /** Ids of the marks that stood for the same person and place when it was made. */
    overrules: z.array(z.guid()).check(z.maxLength(knownAtMost)),
    /** Why, where it corrects what was recorded. */
    reason: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
    /** An id that the phone gave itself. */
    device: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    /** The phone's own count of its marks. */
    deviceNumber: z.int().check(z.positive()),
    /** Of the phone's clock, which nothing but a revocation is decided by. */
    deviceAt: z.iso.datetime(),
  })
  .check(z.refine(isStorable));

export type DeliveredMark = z.infer<typeof deliveredMark>;

/** Looked at one by one afterwards, so that a broken mark keeps no other from arriving. */
export const delivery = z.array(z.unknown()).check(z.maxLength(marksAtOnce));

export type MarkRefusal =
  | "invalid"
  | "notFound"
  | "draft"
  | "cancelled"
  | "completed"
  | "dayLocked"
  | "notConfirmed"
  | "withdrawn"
  | "idTaken"
  | "revoked"
  | "notRunning";

/** What became of a mark: kept now, known before, or refused for good with the reason. */
export type MarkAnswer =
  | { id: string; answer: "kept" | "known" }
  | { id: string; answer: "refused"; reason: MarkRefusal };

/** Where somebody is marked: a day, or an item or pick-up of it. */
export type Place = { date: IsoDate; agendaItemId: string | null; pickupId: string | null };

/** A mark as a phone holds it. */
export type RollCallMark = MarkFacts &
  Place & {
    registrationId: string;
    /** Whoever made it, in words. */
    by: string;
    deviceAt: string;
    reason: string | null;
    revoked: boolean;
    /** Of the person alone, by the code that a leader showed. */
    byAttendee: boolean;
  };

export type RollCallPerson = {
  registrationId: string;
  givenName: string;
  familyName: string;
  organisation: string;
  delegationId: string | null;
  /** Answers for a delegation on the way. */
  isHead: boolean;
  /** Wishes neither to be photographed nor to be seen in what is published. */
  noPhotos: boolean;
  pickupId: string | null;
  /** While the trip runs. */
  phone: string | null;
  /** What somebody on board needs to get there; no other need comes onto a phone. */
  access: string | null;
  /** What the code on the badge and on the own itinerary holds. */
  badge: string;
  /** The same, to be typed. */
  code: string;
};

/** All that a phone needs to call the roll of a trip without the network. */
export type RollCall = {
  tripId: string;
  title: LocalizedWords;
  /** With which all badges of this trip begin, and those of no other. */
  badgeSeries: string;
  /** Whose list it is. */
  reader: { userId: string; name: string };
  dates: IsoDate[];
  /** Marks are taken: published, and neither cancelled nor completed. */
  taken: boolean;
  /** People may check in themselves, by a code that a leader shows. */
  selfCheckIn: boolean;
  /** When the phone forgets it, an ISO moment. */
  keptUntil: string;
  /** Times as clocks in Riga show them: "07:30". */
  pickups: { id: string; spot: string; date: IsoDate; time: string }[];
  items: { id: string; date: IsoDate; time: string; title: LocalizedWords }[];
  people: RollCallPerson[];
  marks: RollCallMark[];
  walkIns: RollCallWalkIns;
};
