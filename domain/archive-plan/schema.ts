import * as z from "zod/mini";
import { agendaItemKinds, heldLanguages } from "#domain/agenda/schema.ts";
import {
  day,
  degrees,
  email,
  filled,
  isBefore,
  list,
  localized,
  moment,
  number,
  part,
  reference,
  text,
} from "#domain/archive-field/schema.ts";
import { itineraryFacts } from "#domain/itinerary/schema.ts";
import { askedOf, questionKinds } from "#domain/question/schema.ts";

const agendaItem = z
  .strictObject({
    /** The published versions speak of it. */
    id: z.guid("notId"),
    date: day,
    position: number(0, 10_000),
    kind: z.enum(agendaItemKinds, "notChoice"),
    startsAt: moment,
    endsAt: moment,
    title: localized(200),
    note: z.nullable(localized(2_000)),
    host: z.nullable(reference),
    place: z.nullable(reference),
    venue: z.nullable(text(200)),
    address: z.nullable(text(200)),
    latitude: z.nullable(degrees(90)),
    longitude: z.nullable(degrees(180)),
    languages: list(z.enum(heldLanguages, "notChoice"), 5),
    interpretation: z.nullable(text(200)),
    responsible: z.nullable(text(200)),
    internalNote: z.nullable(text(2_000)),
    speakers: list(reference, 20),
  })
  .check(
    z.refine(({ startsAt, endsAt }) => isBefore(startsAt, endsAt), {
      error: "endsBefore",
      path: ["endsAt"],
    }),
    z.refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
      error: "halfCoordinates",
      path: ["latitude"],
    }),
  );

const version = z.strictObject({
  number: number(1, 100_000),
  note: text(300),
  publishedAt: moment,
  publishedBy: z.nullable(email),
  facts: part(itineraryFacts, 50_000),
});

const acceptedWarning = z.strictObject({
  fingerprint: filled(300),
  note: filled(500),
  acceptedAt: moment,
  acceptedBy: z.nullable(email),
});

const stop = z.strictObject({
  place: z.nullable(reference),
  spot: filled(200),
  departsAt: moment,
  organisation: z.nullable(reference),
});

const vehicle = z.strictObject({
  name: filled(200),
  seats: number(1, 200),
  driverName: z.nullable(text(200)),
  driverPhone: z.nullable(text(50)),
  stops: list(stop, 200),
});

const lodging = z
  .strictObject({
    name: filled(200),
    address: z.nullable(text(300)),
    firstNight: day,
    lastNight: day,
    rooms: list(
      z.strictObject({ name: filled(100), kind: z.enum(["single", "twin"], "notChoice") }),
      2_000,
    ),
  })
  .check(
    z.refine(({ firstNight, lastNight }) => !isBefore(lastNight, firstNight), {
      error: "endsBefore",
      path: ["lastNight"],
    }),
  );

const question = z
  .strictObject({
    kind: z.enum(questionKinds, "notChoice"),
    askedOf: z.enum(askedOf, "notChoice"),
    label: localized(300),
    hint: z.nullable(localized(300)),
    options: list(z.strictObject({ id: filled(100), label: localized(300) }), 30),
    required: z.boolean("notYesNo"),
    /** `question` is its number in the list. */
    condition: z.nullable(z.strictObject({ question: number(1, 1_000), answer: filled(100) })),
    retentionDays: number(0, 3_650),
    /** Since when it is no longer asked. */
    retiredAt: z.nullable(moment),
  })
  .check(
    z.refine(({ kind, options }) => kind.startsWith("choice") === options.length > 0, {
      error: "optionsWrong",
      path: ["options"],
    }),
  );

/** What is planned: days, route, itinerary, vehicles, lodgings and questions. */
export const planFields = {
  days: list(day, 31),
  route: list(
    z.strictObject({ place: reference, kind: z.enum(["pickup", "visit"], "notChoice") }),
    40,
  ),
  itinerary: z.strictObject({
    items: list(agendaItem, 2_000),
    versions: list(version, 1_000),
    acceptedWarnings: list(acceptedWarning, 1_000),
  }),
  vehicles: list(vehicle, 100),
  lodgings: list(lodging, 100),
  questions: list(question, 200),
};

const plan = z.strictObject(planFields);

export type Plan = z.infer<typeof plan>;
