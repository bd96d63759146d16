import { day, moment } from "#domain/archive-field/schema.ts";
import { problemIf, repeated, unknown } from "#domain/archive-problem/rules.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import type { Register } from "#domain/archive-register/schema.ts";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { dateInRiga } from "#lib/dates.ts";
import type { Plan } from "./schema.ts";

type Known = Record<"organisations" | "places" | "speakers" | "days", ReadonlySet<string>>;

/** What does not fit together in a plan, and in the register that it speaks of. */
export function planProblems(file: Plan & Register): Problem[] {
  const known: Known = {
    organisations: new Set(file.organisations.map(({ key }) => key)),
    places: new Set(file.places.map(({ name }) => name)),
    speakers: new Set(file.speakers.map(({ key }) => key)),
    days: new Set(file.days),
  };
  return [
    ...registerProblems(file, known),
    ...file.days.flatMap((date, index) =>
      problemIf(index > 0 && date <= (file.days[index - 1] ?? ""), ["days", index], "notInOrder"),
    ),
    ...file.route.flatMap(({ place }, index) =>
      unknown(known.places, place, ["route", index, "place"]),
    ),
    ...itineraryProblems(file, known),
    ...vehicleProblems(file, known),
    ...lodgingProblems(file),
    ...questionProblems(file),
  ];
}

function registerProblems(file: Register, known: Known): Problem[] {
  const named = (list: string, field: string) => (index: number) => [list, index, field];
  return [
    ...repeated(
      file.places.map(({ name }) => name),
      named("places", "name"),
    ),
    ...repeated(
      file.organisations.map(({ key }) => key),
      named("organisations", "key"),
    ),
    ...file.organisations.flatMap(({ place, formerNames = [] }, index) => [
      ...unknown(known.places, place, ["organisations", index, "place"]),
      ...repeated(
        formerNames.map(({ validTo }) => validTo),
        (name) => ["organisations", index, "formerNames", name, "validTo"],
      ),
    ]),
    ...repeated(
      file.speakers.map(({ key }) => key),
      named("speakers", "key"),
    ),
    ...file.speakers.flatMap(({ organisation }, index) =>
      unknown(known.organisations, organisation, ["speakers", index, "organisation"]),
    ),
  ];
}

/** An item begins on its day, and two days later everything has ended. */
const longest = 48 * 60 * 60_000;

function itineraryProblems({ itinerary }: Plan, known: Known): Problem[] {
  const at = (list: string) => (index: number, field: string) => ["itinerary", list, index, field];
  const [item, version] = [at("items"), at("versions")];
  return [
    ...repeated(
      itinerary.items.map(({ id }) => id.toLowerCase()),
      (index) => item(index, "id"),
    ),
    ...itinerary.items.flatMap((one, index) => [
      ...unknown(known.days, one.date, item(index, "date")),
      ...unknown(known.organisations, one.host, item(index, "host")),
      ...unknown(known.places, one.place, item(index, "place")),
      ...one.speakers.flatMap((speaker) =>
        unknown(known.speakers, speaker, item(index, "speakers")),
      ),
      ...problemIf(
        dateInRiga(new Date(one.startsAt)) !== one.date,
        item(index, "startsAt"),
        "otherDay",
      ),
      ...problemIf(
        Date.parse(one.endsAt) - Date.parse(one.startsAt) > longest,
        item(index, "endsAt"),
        "lastsTooLong",
      ),
    ]),
    ...itinerary.versions.flatMap(({ number, facts }, index) => [
      ...problemIf(number !== index + 1, version(index, "number"), "notInOrder"),
      ...problemIf(facts.number !== number, version(index, "facts"), "otherNumber"),
      ...factProblems(facts, version(index, "facts")),
    ]),
    ...repeated(
      itinerary.acceptedWarnings.map(({ fingerprint }) => fingerprint),
      (index) => at("acceptedWarnings")(index, "fingerprint"),
    ),
  ];
}

/** Pages, papers and calendars read these texts as days and moments, and print the others as they are. */
function factProblems(facts: ItineraryFacts, path: (string | number)[]): Problem[] {
  const items = facts.days.flatMap((one) => one.items);
  const moments = [facts.publishedAt, ...items.flatMap((one) => [one.startsAt, one.endsAt])];
  return [
    ...problemIf(!moments.every((text) => moment.safeParse(text).success), path, "notMoment"),
    ...problemIf(!facts.days.every(({ date }) => day.safeParse(date).success), path, "notDate"),
  ];
}

function vehicleProblems({ vehicles }: Plan, known: Known): Problem[] {
  return [
    ...repeated(
      vehicles.map(({ name }) => name),
      (index) => ["vehicles", index, "name"],
    ),
    ...vehicles.flatMap(({ stops }, index) =>
      stops.flatMap(({ place, organisation }, stop) => [
        ...unknown(known.places, place, ["vehicles", index, "stops", stop, "place"]),
        ...unknown(known.organisations, organisation, [
          "vehicles",
          index,
          "stops",
          stop,
          "organisation",
        ]),
      ]),
    ),
  ];
}

const lodgingProblems = ({ lodgings }: Plan): Problem[] =>
  lodgings.flatMap(({ rooms }, index) =>
    repeated(
      rooms.map(({ name }) => name),
      (room) => ["lodgings", index, "rooms", room, "name"],
    ),
  );

/** A question may be asked because of another one, never because of itself. */
function questionProblems({ questions }: Plan): Problem[] {
  const numbers = new Set(questions.map((_, index) => index + 1));
  return questions.flatMap(({ condition }, index) => {
    const number = condition?.question ?? null;
    const path = ["questions", index, "condition"];
    return number === index + 1
      ? problemIf(true, path, "ofItself")
      : unknown(numbers, number, path);
  });
}

/** Other ids for items whose own are taken; null where they stay. */
export type NewIds = ReadonlyMap<string, string> | null;

/** A published version as it was: with the address that its trip has now, and with its items' ids of now. */
export function versionOf(
  facts: Plan["itinerary"]["versions"][number]["facts"],
  slug: string,
  ids: NewIds,
) {
  const trip = { ...facts.trip, slug };
  if (!ids) return { ...facts, trip };
  const days = facts.days.map((day) => ({
    ...day,
    items: day.items.map(({ id, ...item }) =>
      id === undefined ? item : { ...item, id: ids.get(id) ?? id },
    ),
  }));
  return { ...facts, trip, days };
}

/** A warning's fingerprint with the ids of now: it holds for these items. */
export const fingerprintOf = (fingerprint: string, ids: NewIds) =>
  fingerprint
    .split("|")
    .map((part) => ids?.get(part) ?? part)
    .join("|");
