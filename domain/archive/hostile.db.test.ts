import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { trip } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { register } from "#domain/registration/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";
import type { TripArchive } from "./schema.ts";

const now = new Date();

let good: TripArchive;
let owner: { organiser: PersonActor; organisationId: string };

/** A file of a trip with two people, which other tests spoil. */
beforeAll(async () => {
  const made = await anOpenTrip({ capacity: 2 });
  const municipality = await anOrganisation("municipality");
  const visit = { kind: "visit" as const, starts: "10:00", ends: "11:00", title: { lv: "Vizīte" } };
  const nowhere = { note: null, hostId: null, placeId: null, speakerIds: [] };
  const { tripId, date, slug, organiser } = made;
  await addItem(organiser, { ...visit, ...nowhere, tripId, date }, now);
  await publishItinerary(organiser, { tripId, note: "Pirmā" }, now);
  for (const givenName of ["Anna", "Jānis"]) {
    const person = { givenName, familyName: "Ozols", phone: "20123456", position: "juriste" };
    const wish = { ...person, institution: "", organisation: municipality, tripSlug: slug };
    const sent = await register(await aPerson(), { ...wish, locale: "lv" }, now);
    if (!sent.ok) throw new Error(sent.reason);
  }
  good = (await archiveOfTrip(organiser, slug, { people: true })) as TripArchive;
  const organisationId = await anOrganisation();
  owner = { organiser: await aPerson({ role: "organiser", organisationId }), organisationId };
});

const rows = () =>
  Promise.all([trip, user, place, organisation].map((table) => database().$count(table)));

/** What is wrong with a text, after which nothing is there that was not before. */
async function problemsOf(text: string) {
  const before = await rows();
  const { organiser, organisationId } = owner;
  const outcome = await importTrip(organiser, { organisationId, text }, new Date());
  expect(await rows()).toEqual(before);
  if (outcome.ok || outcome.reason !== "problems") throw new Error(JSON.stringify(outcome));
  return outcome.problems.map(({ path, reason }) => `${path.join(".")}: ${reason}`);
}

/** The good file with something else in it. */
async function spoilt(change: (file: TripArchive) => void) {
  const file = structuredClone(good);
  change(file);
  return problemsOf(JSON.stringify(file));
}

type Somebody = NonNullable<TripArchive["people"]>["registrations"][number];

const first = (file: TripArchive) => file.people?.registrations[0] as Somebody;
const second = (file: TripArchive) => file.people?.registrations[1] as Somebody;

test("what is no file of a trip is said to be none", async () => {
  expect(await problemsOf("")).toEqual([": fileEmpty"]);
  expect(await problemsOf("PK\u0003\u0004")).toEqual([": notJson"]);
  expect(await problemsOf("null")).toEqual(["format: notFormat"]);
  expect(await problemsOf('{"format": "geo"}')).toEqual(["format: notFormat"]);
  expect(await problemsOf(`{"format": "pieredze-trip"}`)).toEqual(["version: notVersion"]);
  expect(await problemsOf(JSON.stringify({ ...good, version: 2 }))).toEqual([
    "version: notVersion",
  ]);
});

test("ten megabytes of brackets, and a file that is too large, are refused before they are read", async () => {
  const nested = "[".repeat(5 * 1024 * 1024);
  expect(await problemsOf(nested + nested.replaceAll("[", "]"))).toEqual([": tooDeep"]);
  expect(await problemsOf(`{"format": ${'{"a":'.repeat(30)}1${"}".repeat(30)}}`)).toEqual([
    ": tooDeep",
  ]);
  expect(await problemsOf(`"${"ā".repeat(11 * 1024 * 1024)}"`)).toEqual([": fileTooLarge"]);
});

test("millions of entries that are nothing are told as a few, wherever they are", async () => {
  const nothing = (count: number) => `[${Array(count).fill("{}").join(",")}]`;
  const text = JSON.stringify(good);
  const [first = "", rest = ""] = text.split('"registrations":[');
  const many = await problemsOf(`${first}"registrations":${nothing(6_000_000)},"x":[${rest}`);
  expect(many).toEqual(["people.registrations: tooMany", "people.x: unknownKey"]);
  const some = await problemsOf(`${first}"registrations":${nothing(20_000)},"x":[${rest}`);
  expect(some.length).toBeLessThan(50);
  const [before = "", after = ""] = text.split(/"days":(?=\[\{)/);
  expect(await problemsOf(`${before}"days":${nothing(6_000_000)},"x":${after}`)).toEqual([
    "itinerary.versions.0.facts: tooMany",
  ]);
});

test("keys of prototypes and keys that nobody knows are refused, and reach nothing", async () => {
  const text = JSON.stringify(good);
  const poisoned = text.replace('{"format"', '{"__proto__":{"admin":true},"format"');
  expect(await problemsOf(poisoned)).toEqual(["__proto__: unknownKey"]);
  const deep = text.replace('"title":{', '"title":{"constructor":{"prototype":{}},');
  expect(await problemsOf(deep)).toEqual(["trip.title.constructor: unknownKey"]);
  expect("admin" in {}).toBe(false);
  expect(await spoilt((file) => Object.assign(file.trip, { id: randomUUID() }))).toEqual([
    "trip.id: unknownKey",
  ]);
});

test("text that no database keeps is refused where it stands", async () => {
  const broken = await Promise.all(
    [{ lv: "a\u0000b" }, { en: "\ud800" }].map((title) =>
      spoilt((file) => Object.assign(file.trip.title, title)),
    ),
  );
  expect(broken).toEqual([["trip.title.lv: brokenText"], ["trip.title.en: brokenText"]]);
});

test("every field that is missing or of another kind is told with its path", async () => {
  const wrong = await spoilt((file) => {
    Reflect.deleteProperty(file.trip, "aim");
    Object.assign(file.seats, { capacity: "trīsdesmit", allocationOrder: "lottery" });
    Object.assign(first(file), { email: "Anna", createdAt: "0000-01-01T00:00:00Z" });
  });
  expect(wrong).toEqual([
    "trip.aim: missing",
    "seats.capacity: notNumber",
    "seats.allocationOrder: notChoice",
    "people.registrations.0.email: notEmail",
    "people.registrations.0.createdAt: notMoment",
  ]);
});

test("a published version that no page could show, and words with a field that there is not, are refused", async () => {
  const wrong = await spoilt((file) => {
    const [day] = file.itinerary.versions[0]?.facts.days ?? [];
    Object.assign(day?.items[0] ?? {}, { startsAt: "rīt" });
    Object.assign(day ?? {}, { date: "2026-99-99" });
    Object.assign(file, { wordings: [{ paper: "certificate", texts: { lv: "{vards}" } }] });
  });
  expect(wrong).toEqual([
    "wordings.0.texts: unknownField",
    "itinerary.versions.0.facts: notMoment",
    "itinerary.versions.0.facts: notDate",
  ]);
});

test("what entries speak of must be in the file", async () => {
  const wrong = await spoilt((file) => {
    Object.assign(file.itinerary.items[0] ?? {}, { host: "host LV Neviens", date: "2018-06-12" });
    Object.assign(file.route[0] ?? {}, { place: "Nekurzeme" });
    Object.assign(first(file), { delegation: 7, pickup: { vehicle: "Autobuss", stop: 1 } });
    Object.assign(second(file), { beds: [{ lodging: 1, room: "201" }] });
    file.people?.attendance.push({
      id: randomUUID(),
      date: file.days[0] ?? "",
      registration: 9,
      present: true,
      recordedBy: "vaditajs@example.lv",
      device: "phone",
      deviceAt: now.toISOString(),
      receivedAt: now.toISOString(),
    });
  });
  expect(wrong).toEqual([
    "route.0.place: unknownReference",
    "itinerary.items.0.date: unknownReference",
    "itinerary.items.0.host: unknownReference",
    "itinerary.items.0.startsAt: otherDay",
    "people.registrations.0.delegation: unknownReference",
    "people.attendance.0.registration: unknownReference",
    "people.registrations.0.pickup: noStop",
    "people.registrations.1.beds.0.room: noRoom",
  ]);
});

test("a municipality that is not here is named, and nothing is made of it", async () => {
  const wrong = await spoilt((file) => {
    for (const one of file.organisations) {
      if (one.kind === "municipality") Object.assign(one, { name: "Nekurzemes novads" });
    }
    file.places.push({ ...(file.places[0] as TripArchive["places"][number]), name: randomUUID() });
  });
  const at = good.organisations.findIndex(({ kind }) => kind === "municipality");
  expect(wrong).toEqual([`organisations.${at}: municipalityUnknown`]);
});

test("more seats than there are, guarantees that do not fit and a maximum passed by nobody are refused", async () => {
  expect(await spoilt((file) => Object.assign(file.seats, { capacity: 1 }))).toEqual([
    "seats.capacity: moreThanSeats",
  ]);
  const quota = (numbers: object) => (file: TripArchive) =>
    Object.assign(file.seats.quotas[0] ?? {}, numbers);
  expect(await spoilt(quota({ guaranteed: 3 }))).toEqual([
    "seats.capacity: guaranteedOverCapacity",
    "seats.capacity: keptOverCapacity",
  ]);
  expect(await spoilt(quota({ maximum: 1 }))).toEqual(["seats.quotas.0.maximum: overMaximum"]);
  expect(await spoilt(quota({ maximum: 1, guaranteed: 2 }))).toEqual([
    "seats.quotas.0.guaranteed: guaranteedOverMaximum",
  ]);
});

test("nobody is put in line whom a free seat fits, or on a trip twice", async () => {
  const waits = { confirmedAt: null, waitingReason: "full" };
  expect(await spoilt((file) => Object.assign(second(file), waits))).toEqual([
    "people.registrations: passedOver",
  ]);
  const twice = (file: TripArchive) => Object.assign(second(file), { email: first(file).email });
  expect(await spoilt(twice)).toEqual(["people.registrations.1.email: twice"]);
});

test("a registration in a state that cannot be is refused, and one from the future", async () => {
  const states: [Partial<Somebody>, string][] = [
    [{ confirmedAt: null }, "waitingReason: stateUnexplained"],
    [{ signOffDueAt: now.toISOString() }, "signOffDueAt: stateTwice"],
    [{ signedOffBy: "kads@example.lv" }, "signedOffBy: reasonAndMoment"],
    [{ decisionReason: "Tāpat" }, "decisionReason: reasonAndMoment"],
    [{ isHead: true }, "isHead: headAlone"],
    [{ givenName: "" }, "givenName: nameMissing"],
    [{ email: "" }, "email: unnamedWrong"],
    [{ confirmedAt: "2199-01-01T00:00:00.000Z" }, "confirmedAt: inFuture"],
  ];
  for (const [change, problem] of states) {
    expect(await spoilt((file) => Object.assign(first(file), change))).toEqual([
      `people.registrations.0.${problem}`,
    ]);
  }
});

test("a project of another organisation is not taken", async () => {
  const words = { lv: "Vārdi" };
  const texts = { name: words, programme: words, fundingStatement: words, disclaimer: words };
  const project = { number: randomUUID(), shortName: "LLI", period: "2021-2027", ...texts };
  const text = JSON.stringify({ ...good, project });
  const { organiser, organisationId } = owner;
  expect(await importTrip(organiser, { organisationId, text }, new Date())).toMatchObject({
    ok: true,
  });
  const other = await anOrganisation();
  const stranger = await aPerson({ role: "organiser", organisationId: other });
  expect(await importTrip(stranger, { organisationId: other, text }, new Date())).toMatchObject({
    ok: false,
    problems: [{ path: ["project", "number"], reason: "projectElsewhere" }],
  });
});
