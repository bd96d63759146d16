import * as z from "zod/mini";
import {
  email,
  filled,
  list,
  moment,
  number,
  reference,
  text,
} from "#domain/archive-field/schema.ts";
import { walkIns } from "#domain/archive-walk-in/schema.ts";
import { locales } from "#lib/locales.ts";

/** The content of a file that somebody sent stays where it is: the archive tells what it was. */
const sentFile = z.strictObject({ name: text(300), type: filled(100) });

const answer = z
  .strictObject({
    question: number(1, 1_000),
    value: z.nullable(
      z.union([text(4_000), z.number(), z.boolean(), list(text(100), 30)], "notAnswer"),
    ),
    file: z.nullable(sentFile),
    answeredBy: email,
    answeredAt: moment,
  })
  .check(
    z.refine(({ value, file }) => (value === null) !== (file === null), {
      error: "notAnswer",
      path: ["value"],
    }),
  );

export type AnswerEntry = z.infer<typeof answer>;

const answers = list(answer, 200);

const delegation = z
  .strictObject({
    number: number(1, 100_000),
    organisation: reference,
    sentBy: email,
    size: number(1, 2_000),
    atLeast: number(1, 2_000),
    createdAt: moment,
    answers,
  })
  .check(
    z.refine(({ atLeast, size }) => atLeast <= size, { error: "tooLarge", path: ["atLeast"] }),
  );

const replacement = z.strictObject({
  formerEmail: email,
  formerName: text(300),
  successorName: text(300),
  replacedBy: email,
  replacedAt: moment,
});

/** Whom the person proposes for the own place, while nobody has answered. */
const proposal = z.strictObject({
  givenName: filled(100),
  familyName: filled(100),
  email,
  phone: text(50),
  position: text(200),
  proposedBy: email,
  proposedAt: moment,
});

const moments = {
  confirmedAt: z.nullable(moment),
  signOffDueAt: z.nullable(moment),
  signOffLapsedAt: z.nullable(moment),
  signedOffAt: z.nullable(moment),
  withdrawnAt: z.nullable(moment),
  replacementAskedUntil: z.nullable(moment),
  createdAt: moment,
};

const doers = {
  enteredBy: z.nullable(email),
  signedOffBy: z.nullable(email),
  decidedBy: z.nullable(email),
  withdrawnBy: z.nullable(email),
};

/** By the vehicle's name and the number of its stop. */
const stopReference = z.strictObject({ vehicle: reference, stop: number(1, 200) });

const logistics = {
  pickup: z.nullable(stopReference),
  /** By the number of the lodging and the room's name. */
  beds: list(z.strictObject({ lodging: number(1, 100), room: reference }), 100),
  roomWish: z.nullable(
    z.strictObject({
      kind: z.enum(["single", "twin"], "notChoice"),
      mate: z.nullable(text(300)),
    }),
  ),
};

const registration = z.strictObject({
  /** Their order is the line's. */
  number: number(1, 100_000),
  organisation: reference,
  givenName: text(100),
  familyName: text(100),
  /** Empty, as are the names, while a place of a delegation is unnamed. */
  email: z.union([z.literal(""), email], "notEmail"),
  phone: text(50),
  institution: z.nullable(text(300)),
  position: text(200),
  locale: z.enum(locales, "notChoice"),
  delegation: z.nullable(number(1, 100_000)),
  isHead: z.boolean("notYesNo"),
  /** Wishes not to be photographed or published; files from before it was asked say nothing. */
  noPhotos: z.optional(z.boolean("notYesNo")),
  waitingReason: z.nullable(z.enum(["full", "kept", "maximum", "line", "signOff"], "notChoice")),
  decisionReason: z.nullable(text()),
  withdrawalReason: z.nullable(text()),
  ...moments,
  ...doers,
  ...logistics,
  answers,
  replacements: list(replacement, 100),
  proposal: z.nullable(proposal),
});

export type RegistrationEntry = z.infer<typeof registration>;

const mark = z.strictObject({
  /** Made by the device that marked. */
  id: z.guid("notId"),
  date: z.iso.date("notDate"),
  registration: number(1, 100_000),
  present: z.boolean("notYesNo"),
  /** Which of the marks here it takes the place of, from 1; all before it of that person and day where not said. */
  overrules: z.optional(list(number(1, 200_000), 500)),
  recordedBy: email,
  device: text(200),
  deviceNumber: z.optional(number(1, Number.MAX_SAFE_INTEGER)),
  deviceAt: moment,
  receivedAt: moment,
  /** Why, of a correction. */
  reason: z.optional(text(500)),
  /** Arrived after its maker had ceased to lead the trip. */
  revoked: z.optional(z.boolean("notYesNo")),
  /** Of an item of the itinerary; of the whole day where nothing is said. */
  item: z.optional(z.guid("notId")),
  /** Of getting on at a stop. */
  stop: z.optional(stopReference),
  /** The same at a stop that is forgotten. */
  goneStop: z.optional(z.guid("notId")),
  /** By the person alone. */
  byAttendee: z.optional(z.boolean("notYesNo")),
});

export type MarkEntry = z.infer<typeof mark>;

/** Who comes, in what order, and who was there. Never needs or consents, messages, tokens or the audit trail. */
export const people = z.strictObject({
  delegations: list(delegation, 2_000),
  registrations: list(registration, 20_000),
  /** In the order in which they arrived. */
  attendance: list(mark, 200_000),
  walkIns,
});

export type People = z.infer<typeof people>;

const counted = number(0, 1_000_000);

/** What is said of people where they themselves are not. */
export const counts = z.strictObject({
  seated: counted,
  waiting: counted,
  withdrawn: counted,
  delegations: counted,
  attendance: counted,
});

export type Counts = z.infer<typeof counts>;
