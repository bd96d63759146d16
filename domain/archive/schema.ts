import * as z from "zod/mini";
import { heldLanguages } from "#domain/agenda/schema.ts";
import { evidence } from "#domain/archive-evidence/schema.ts";
import {
  isBefore,
  list,
  localized,
  moment,
  number,
  reference,
  text,
} from "#domain/archive-field/schema.ts";
import { counts, people } from "#domain/archive-people/schema.ts";
import { planFields } from "#domain/archive-plan/schema.ts";
import { registerFields } from "#domain/archive-register/schema.ts";
import { topics } from "#domain/trip/schema.ts";
import { wordedPapers } from "#domain/wording/rules.ts";

/** 60 MB: 40 of them for the contents of signed sheets. */
export const mostArchiveBytes = 60 * 1024 * 1024;

/** 20 MB without those: a trip of 2000 people with all their marks has a fifth of it. */
export const mostBytesBesides = 20 * 1024 * 1024;

const tripFacts = z
  .strictObject({
    slug: text(80).check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "notSlug")),
    title: localized(200),
    aim: localized(),
    costs: z.nullable(localized()),
    /** Null unless personal data was asked for. */
    contactName: z.nullable(text(200)),
    contactPhone: z.nullable(text(200)),
    topics: list(z.enum(topics, "notChoice"), topics.length),
    languages: list(z.enum(heldLanguages, "notChoice"), heldLanguages.length),
    travelSpeed: number(10, 130),
    registrationOpensAt: moment,
    registrationDeadline: moment,
    timesIllustrative: z.boolean("notYesNo"),
    invitationOnly: z.boolean("notYesNo"),
    needsKeptDays: number(0, 30),
    /** Without it the trip is a draft. */
    publishedAt: z.nullable(moment),
    cancelledAt: z.nullable(moment),
    cancelReason: z.nullable(localized()),
    completedAt: z.nullable(moment),
    createdAt: moment,
  })
  .check(
    z.refine((trip) => isBefore(trip.registrationOpensAt, trip.registrationDeadline), {
      error: "endsBefore",
      path: ["registrationDeadline"],
    }),
    z.refine((trip) => (trip.cancelledAt === null) === (trip.cancelReason === null), {
      error: "reasonAndMoment",
      path: ["cancelReason"],
    }),
    z.refine((trip) => trip.completedAt === null || trip.publishedAt !== null, {
      error: "notPublished",
      path: ["completedAt"],
    }),
  );

const quota = z
  .strictObject({
    organisation: reference,
    guaranteed: number(0, 2_000),
    maximum: z.nullable(number(0, 2_000)),
  })
  .check(
    z.refine(({ guaranteed, maximum }) => maximum === null || guaranteed <= maximum, {
      error: "guaranteedOverMaximum",
      path: ["guaranteed"],
    }),
  );

const seats = z.strictObject({
  capacity: number(1, 2_000),
  allocationOrder: z.enum(["first-come", "spread"], "notChoice"),
  releaseAt: z.nullable(moment),
  releasedAt: z.nullable(moment),
  promotionEndsAt: moment,
  namesFrozenAt: moment,
  namesFreedAt: z.nullable(moment),
  signOffHours: z.nullable(number(1, 336)),
  quotas: list(quota, 2_000),
});

/** An organiser's own words for a paper of this trip. */
const wording = z.strictObject({
  paper: z.enum(wordedPapers, "notChoice"),
  texts: z.strictObject({
    lv: z.exactOptional(text(4000)),
    en: z.exactOptional(text(4000)),
    lt: z.exactOptional(text(4000)),
  }),
});

/** The file of a whole trip. Entries speak of each other by key, name or number, never by an installation's ids. */
export const tripArchive = z.strictObject({
  format: z.literal("pieredze-trip", "notFormat"),
  version: z.literal(1, "notVersion"),
  /** The organisation whose trip it was, for whoever reads the file. */
  organiser: text(300),
  trip: tripFacts,
  seats,
  wordings: list(wording, wordedPapers.length),
  ...registerFields,
  ...planFields,
  counts,
  /** Null unless personal data was asked for. */
  people: z.nullable(people),
  /** Null as those; not there in older files. */
  evidence: z.optional(z.nullable(evidence)),
});

export type TripArchive = z.infer<typeof tripArchive>;

/**
 * What `importTrip` takes: the file as text, who will own the trip, and what the form was shown with: the same file sent
 * with it twice is one trip. Without it each sending is its own.
 */
export type ImportedFile = { organisationId: string; text: string; key?: string | undefined };

/** What came of a file. */
export type Imported = {
  tripId: string;
  /** Another one than the file's where that was taken. */
  slug: string;
  /** A trip with the file's address was here before. */
  again: boolean;
  people: number;
  /** Files that were answers: their content is in no file of a trip. */
  filesLeft: number;
  /** Signed sheets whose content was not in the file. */
  sheetsLeft: number;
};
