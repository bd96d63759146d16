import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { roomWish } from "#db/schema/lodging.ts";
import { message } from "#db/schema/registration.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { saveAnswers } from "#domain/answer/commands.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { verify } from "#domain/invariant/queries.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { recount } from "#domain/line/commands.ts";
import { saveNeeds } from "#domain/need/commands.ts";
import { setPhotoWish } from "#domain/photo-wish/commands.ts";
import { proposeReplacement } from "#domain/proposal/commands.ts";
import { replace } from "#domain/replacement/commands.ts";
import { removeWalkIn } from "#domain/walk-in/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { anAskedTrip, twoOptions } from "#scripts/checks/asked-trip.ts";
import { anOrganisation, aPerson, aRegistration, strangersTo } from "#scripts/checks/factories.ts";
import { aWalkIn } from "#scripts/checks/sheets.ts";
import { aPdf } from "#scripts/checks/their-questions.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";
import type { TripArchive } from "./schema.ts";

const now = new Date();

let asked: Awaited<ReturnType<typeof anAskedTrip>>;

beforeEach(async () => {
  asked = await anAskedTrip(now);
  await fill();
});

const allergy = "zemesrieksti";

/** Somebody with answers and needs, somebody who went, a delegation of two, and a mark. */
async function fill() {
  const { trip, municipality, coordinator, person, registrationId, asks } = asked;
  const { tripId, organiser, slug, date } = trip;
  const night = await asks({ kind: "yesNo" });
  const condition = { questionId: night, answer: "yes" };
  const room = await asks({ kind: "choice", options: twoOptions, condition });
  const plan = await asks({ kind: "file" });
  const goneId = await aRegistration({ tripId, organisationId: municipality, confirmedAt: now });
  await recount(database(), tripId);
  const files = { [plan]: { name: "plāns.pdf", bytes: aPdf } };
  const typed = { [night]: ["yes"], [room]: ["two"] };
  await saveAnswers(person, { registrationId, typed, files, removed: [] }, now);
  const need = { diet: "vegan" as const, allergy, access: "", agreed: true, wording: "Piekrītu." };
  await saveNeeds(person, { registrationId, ...need }, now);
  await database().insert(roomWish).values({ registrationId, kind: "twin", mate: "Ilze" });
  await withdraw(organiser, { registrationId: goneId, reason: "Slimo." }, now);
  const delegation = {
    tripSlug: slug,
    organisationId: municipality,
    members: [someone("Pēteris")],
    head: 0,
    unnamed: 1,
    atLeast: 2,
    key: randomUUID(),
    locale: "lv" as const,
  };
  expect(await sendDelegation(coordinator, delegation, now)).toMatchObject({ ok: true });
  const visit = { kind: "visit" as const, starts: "10:00", ends: "11:00", title: { lv: "Vizīte" } };
  const nowhere = { note: null, hostId: null, placeId: null, speakerIds: [] };
  await addItem(organiser, { ...visit, ...nowhere, tripId, date }, now);
  await publishItinerary(organiser, { tripId, note: "Pirmā" }, now);
}

const someone = (givenName: string) => ({
  givenName,
  familyName: "Zīle",
  position: "juriste",
  phone: "20123456",
  email: `${randomUUID()}@example.lv`,
});

const exported = async (slug = asked.trip.slug, organiser = asked.trip.organiser, people = true) =>
  (await archiveOfTrip(organiser, slug, { people })) as TripArchive;

async function another() {
  const organisationId = await anOrganisation();
  return { organiser: await aPerson({ role: "organiser", organisationId }), organisationId };
}

async function imported(file: TripArchive) {
  const { organiser, organisationId } = await another();
  const text = JSON.stringify(file);
  const made = await importTrip(organiser, { organisationId, text }, new Date());
  if (!made.ok) throw new Error(JSON.stringify(made));
  return { made, organiser, back: await exported(made.slug, organiser) };
}

test("an imported trip beside its origin gets another address and ids, and is the same in all else", async () => {
  const { registrationId, coordinator, trip, municipality } = asked;
  const { organiser, tripId, date } = trip;
  const successor = { ...someone("Līga"), registrationId };
  expect(await replace(coordinator, successor, now)).toEqual({ ok: true });
  const { userId, email, ...other } = await aPerson();
  const theirs = { tripId, organisationId: municipality, confirmedAt: now, userId, email };
  const proposedFor = await aRegistration(theirs);
  const wish = { ...someone("Rūta"), registrationId: proposedFor };
  expect(await proposeReplacement({ ...other, userId, email }, wish, now)).toEqual({ ok: true });
  const day = new Date(`${date}T09:00:00Z`);
  const mark = { id: randomUUID(), tripId, registrationId, date, present: true, device: "phone" };
  await recordAttendance(organiser, { ...mark, deviceAt: day }, day);
  await aWalkIn(organiser, { tripId, date }, { organisationId: municipality, institution: null });
  const goneId = await aWalkIn(organiser, { tripId, date }, { familyName: "Kalns" });
  const removal = { tripId, date, walkInId: goneId, id: randomUUID(), reason: "Ir sarakstā." };
  expect(await removeWalkIn(organiser, removal, now)).toEqual({ ok: true, removed: true });
  await setPhotoWish(organiser, { registrationId: proposedFor }, { noPhotos: true }, now);
  const file = await exported();
  expect(file.people?.walkIns).toMatchObject([
    { familyName: "Ozols", institution: null, removals: [] },
    { familyName: "Kalns", organisation: null, removals: [{ reason: "Ir sarakstā." }] },
  ]);
  expect(file.people?.registrations.map(({ noPhotos }) => noPhotos)).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
  expect(file.people?.registrations.map(({ givenName }) => givenName)).toEqual([
    "Līga",
    "Anna",
    "Pēteris",
    "",
    "Anna",
  ]);
  expect(file.people?.attendance).toHaveLength(1);
  expect(file.people?.registrations[0]?.replacements).toHaveLength(1);
  expect(file.people?.registrations[4]?.proposal).toMatchObject({ givenName: "Rūta" });
  const { made, back } = await imported(file);
  expect(made).toMatchObject({ slug: `${file.trip.slug}-2`, again: true, people: 5, filesLeft: 0 });
  expect(withoutIds(back)).toEqual(withoutIds(file));
  expect(back.itinerary.items[0]?.id).not.toBe(file.itinerary.items[0]?.id);
  expect(itemsOfVersion(back)).toEqual(back.itinerary.items.map(({ id }) => id));
  expect(back.people?.attendance[0]?.id).not.toBe(file.people?.attendance[0]?.id);
});

/** What differs where two installations are one. */
const withoutIds = (file: TripArchive) => ({
  ...file,
  organiser: "",
  trip: { ...file.trip, slug: "" },
  itinerary: JSON.parse(
    JSON.stringify(file.itinerary, (key, value) => (["id", "slug"].includes(key) ? "" : value)),
  ) as unknown,
  people: {
    ...file.people,
    attendance: file.people?.attendance.map((one) => ({ ...one, id: "" })),
    walkIns: file.people?.walkIns?.map(({ removals, ...one }) => ({
      ...one,
      id: "",
      removals: removals.map((removal) => ({ ...removal, id: "" })),
    })),
  },
});

const itemsOfVersion = ({ itinerary }: TripArchive) =>
  itinerary.versions[0]?.facts.days.flatMap(({ items }) => items.map(({ id }) => id));

test("a file that somebody sent is told by name and type, and left out of the imported trip", async () => {
  const file = await exported();
  const answers = file.people?.registrations[0]?.answers ?? [];
  expect(answers.map(({ question, value, file: sent }) => [question, value, sent])).toEqual([
    [1, true, null],
    [2, "two", null],
    [3, null, { name: "plāns.pdf", type: "application/pdf" }],
  ]);
  const { made, back } = await imported(file);
  expect(made).toMatchObject({ filesLeft: 1 });
  expect(back.people?.registrations[0]?.answers).toEqual(answers.slice(0, 2));
});

test("nothing of anybody's health is in the file", async () => {
  expect(JSON.stringify(await exported())).not.toMatch(/zemesrieksti|vegan|Piekrītu/);
});

test("without people the file names nobody and says how many there are", async () => {
  const { slug, organiser } = asked.trip;
  const file = await exported(slug, organiser, false);
  expect(file.people).toBe(null);
  expect(file.counts).toEqual({
    seated: 3,
    waiting: 0,
    withdrawn: 1,
    delegations: 1,
    attendance: 0,
  });
  expect(JSON.stringify(file)).not.toMatch(/@|Zīle|Bērziņa/);
  const { back } = await imported(file);
  expect(back.people).toEqual({
    delegations: [],
    registrations: [],
    attendance: [],
    walkIns: [],
  });
  expect(back.seats).toEqual(file.seats);
});

test("whom the file names hears nothing, and every seat has its counter", async () => {
  const messages = await database().$count(message);
  const broken = (await verify()).broken.length;
  const { made } = await imported(await exported());
  expect(await database().$count(message)).toBe(messages);
  const { broken: after } = await verify();
  expect(after.filter(({ tripSlug }) => tripSlug === made.slug)).toEqual([]);
  expect(after).toHaveLength(broken);
});

test("reading and importing are recorded, with whether there were people", async () => {
  const { tripId, slug, organiser } = asked.trip;
  await exported(slug, organiser, false);
  const { made } = await imported(await exported());
  const entries = async (id: string, action: string) => {
    const found = await database()
      .select({ action: auditEntry.action, details: auditEntry.details })
      .from(auditEntry)
      .where(eq(auditEntry.tripId, id));
    return found.filter((one) => one.action === action).map(({ details }) => details);
  };
  expect(await entries(tripId, "trip.export")).toEqual([
    { people: false },
    { people: true, sheets: false },
  ]);
  expect(await entries(made.tripId, "trip.import")).toMatchObject([
    { slug: made.slug, people: 4, filesLeft: 1 },
  ]);
});

test("a stranger's trip is not there, and nobody imports for an organisation of others", async () => {
  const { slug, organisationId } = asked.trip;
  const text = JSON.stringify(await exported());
  for (const stranger of await strangersTo(organisationId)) {
    expect(await archiveOfTrip(stranger, slug, { people: true })).toBe(null);
    expect(await importTrip(stranger, { organisationId, text }, now)).toEqual({
      ok: false,
      reason: "notFound",
    });
  }
});
