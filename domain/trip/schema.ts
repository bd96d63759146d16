import * as z from "zod/mini";
import { heldLanguages } from "#domain/agenda/schema.ts";

/** What a trip can be about; words per language are in `messages/`. */
export const topics = [
  "management",
  "digital",
  "planning",
  "culture",
  "tourism",
  "youth",
  "business",
  "mobility",
  "communication",
] as const;

export type Topic = (typeof topics)[number];

const aLine = z.string().check(z.trim(), z.maxLength(200, "tooLong"));
const aText = z.string().check(z.trim(), z.maxLength(4000, "tooLong"));

const localized = (text: typeof aLine, missing: string) =>
  z.object({
    lv: text.check(z.minLength(1, missing)),
    en: z.exactOptional(text),
    lt: z.exactOptional(text),
  });

const tripPlace = z.object({
  placeId: z.guid("placeUnknown"),
  kind: z.enum(["pickup", "visit"]),
});

export const tripReference = z.guid();

/** Facts of a trip that its organiser may change. Messages are keys of `organise.problem`. */
export const tripFacts = z.object({
  projectId: z.nullable(z.guid("projectUnknown")),
  title: localized(aLine, "titleMissing"),
  aim: localized(aText, "aimMissing"),
  /** Who pays what, in words. */
  costs: z.nullable(localized(aText, "costsLatvianMissing")),
  topics: z.array(z.enum(topics)).check(z.maxLength(topics.length)),
  /** In which the trip is held. */
  languages: z.exactOptional(
    z.array(z.enum(heldLanguages)).check(z.minLength(1, "languageMissing")),
  ),
  /** Kilometres an hour as the crow flies, by which transfers are judged. */
  travelSpeed: z.exactOptional(
    z.int("speedWrong").check(z.gte(10, "speedWrong"), z.lte(130, "speedWrong")),
  ),
  /** Calendar dates in order; they need not be adjacent. */
  dates: z.array(z.iso.date("dayWrong")).check(z.maxLength(31, "tooManyDays")),
  /** The route in order. */
  places: z.array(tripPlace).check(z.maxLength(40, "tooManyPlaces")),
  registrationOpensAt: z.date("opensAtWrong"),
  registrationDeadline: z.date("deadlineWrong"),
  /** The clock times are not known yet: pages and papers say so. */
  timesIllustrative: z.exactOptional(z.boolean()),
  /** Whom participants and their employers may ask, on the way too. */
  contactName: z.exactOptional(z.nullable(aLine)),
  contactPhone: z.exactOptional(z.nullable(aLine)),
  /** Listed nowhere; municipalities are invited one by one. */
  invitationOnly: z.exactOptional(z.boolean()),
});

export type TripFacts = z.infer<typeof tripFacts>;

export const newTrip = z.extend(tripFacts, {
  organisationId: z.guid("organisationMissing"),
  capacity: z.int("capacityWrong").check(z.gte(1, "capacityWrong"), z.lte(2000, "capacityWrong")),
  /** Last part of the address; made from the Latvian title and the year when left out. */
  slug: z.exactOptional(
    z
      .string()
      .check(z.maxLength(80, "slugWrong"), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slugWrong")),
  ),
});

export type NewTrip = z.infer<typeof newTrip>;

export const editedTrip = z.extend(tripFacts, { tripId: tripReference });

export type EditedTrip = z.infer<typeof editedTrip>;

export const cancellation = z.object({
  tripId: tripReference,
  reason: localized(aText, "cancelReasonMissing"),
});

export type Cancellation = z.infer<typeof cancellation>;
