import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation, organisationSuccessor } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { tripDay, trip as tripTable } from "#db/schema/trip.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { pastTrips } from "#domain/past-trip/queries.ts";
import { confirmFromLine } from "#domain/registration/commands.ts";
import { rulings } from "#domain/ruling/queries.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { municipalityNow } from "./queries.ts";

const now = new Date();
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

type Quota = { organisationId: string; guaranteed: number; maximum: number | null };

/** A trip of four seats, a municipality with a coordinator, and another one. */
async function aCall(quotas: (own: string, other: string) => Quota[], releaseAt: Date | null) {
  const trip = await anOpenTrip({ capacity: 4 });
  const own = await anOrganisation("municipality");
  const other = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: own });
  const set = await setSeats(
    trip.organiser,
    {
      tripId: trip.tripId,
      capacity: 4,
      allocationOrder: "first-come",
      releaseAt,
      promotionEndsAt: hours(48),
      namesFrozenAt: hours(72),
      signOffHours: null,
      quotas: quotas(own, other),
    },
    now,
  );
  expect(set.ok).toBe(true);
  return { ...trip, own, other, coordinator };
}

const places = (tripSlug: string, organisationId: string, unnamed: number, atLeast = 1) => ({
  tripSlug,
  organisationId,
  members: [],
  head: null,
  unnamed,
  atLeast,
  key: randomUUID(),
  locale: "lv" as const,
});

test("a coordinator sees the seats kept for the municipality, its places, and why the rest waits now", async () => {
  const call = await aCall(
    (own, other) => [
      { organisationId: own, guaranteed: 1, maximum: 3 },
      { organisationId: other, guaranteed: 2, maximum: null },
    ],
    hours(24),
  );
  const { coordinator, own, slug } = call;
  expect((await sendDelegation(coordinator, places(slug, own, 4, 2), now)).ok).toBe(true);
  const seen = await municipalityNow(coordinator, own, now);
  const mine = seen?.trips.find((trip) => trip.slug === slug);
  expect(mine).toMatchObject({ guaranteed: 1, maximum: 3, taken: 2, capacity: 4, allTaken: 2 });
  expect(mine?.sent.map(({ state, place, reason }) => ({ state, place, reason }))).toEqual([
    { state: "confirmed", place: null, reason: null },
    { state: "confirmed", place: null, reason: null },
    { state: "waiting", place: 1, reason: "kept" },
    { state: "waiting", place: 1, reason: "kept" },
  ]);
  const later = await municipalityNow(coordinator, own, hours(25));
  const reasons = later?.trips.find((trip) => trip.slug === slug)?.sent.map((one) => one.reason);
  expect(reasons).toEqual([null, null, "line", "line"]);
});

test("only its own people are shown, to its coordinators and administrators alone, and reading is recorded", async () => {
  const { coordinator, own, other, tripId, slug } = await aCall(() => [], null);
  await aRegistration({ tripId, organisationId: other, confirmedAt: now });
  const mine = await aRegistration({ tripId, organisationId: own, confirmedAt: now });
  const stranger = await aPerson({ role: "coordinator", organisationId: other });
  expect(await municipalityNow(stranger, own, now)).toBeNull();
  expect(await rulings(stranger, own)).toBeNull();
  expect(await pastTrips(stranger, own, now)).toBeNull();
  const seen = await municipalityNow(coordinator, own, now);
  expect(seen?.trips.map((trip) => trip.slug)).toEqual([slug]);
  expect(seen?.trips[0]?.sent.map(({ registrationId }) => registrationId)).toEqual([mine]);
  const entries = await database()
    .select({ actorId: auditEntry.actorId, details: auditEntry.details })
    .from(auditEntry)
    .where(and(eq(auditEntry.action, "registration.list"), eq(auditEntry.organisationId, own)));
  expect(entries).toEqual([{ actorId: coordinator.userId, details: { rows: 1 } }]);
});

test("decisions of organisers are told with their reasons, and what the person or the coordinator did is not", async () => {
  const call = await aCall((own) => [{ organisationId: own, guaranteed: 0, maximum: 1 }], null);
  const { coordinator, organiser, own, tripId } = call;
  await aRegistration({ tripId, organisationId: own, confirmedAt: now });
  const waiting = await aRegistration({ tripId, organisationId: own, waitingReason: "maximum" });
  const settings = {
    signOffHours: null,
    quotas: [{ organisationId: own, guaranteed: 0, maximum: 1 }],
  };
  await setSeats(
    organiser,
    {
      ...settings,
      tripId,
      capacity: 4,
      allocationOrder: "first-come",
      releaseAt: null,
      promotionEndsAt: hours(48),
      namesFrozenAt: hours(72),
    },
    now,
  );
  const reason = "Vada delegāciju no visa reģiona";
  const given = await confirmFromLine(organiser, { registrationId: waiting, reason }, now);
  expect(given).toEqual({ ok: true });
  await withdraw(organiser, { registrationId: waiting, reason: "Brauciens pārcelts." }, now);
  const byCoordinator = await aRegistration({ tripId, organisationId: own, confirmedAt: now });
  await withdraw(coordinator, { registrationId: byCoordinator, reason: "Slimo." }, now);
  const person = await aPerson();
  const { userId, email } = person;
  const seat = { tripId, organisationId: own, confirmedAt: now, userId, email };
  await withdraw(person, { registrationId: await aRegistration(seat) }, now);
  const seen = await rulings(coordinator, own);
  expect(seen?.rulings.map(({ kind, person: whose, reason: why }) => [kind, whose, why])).toEqual([
    ["takenBack", "Anna Bērziņa", "Brauciens pārcelts."],
    ["overMaximum", "Anna Bērziņa", reason],
  ]);
  expect(seen?.more).toBe(false);
});

/** A trip that is over, with one person of the municipality who was there on its day. */
async function aPastTrip(organisationId: string) {
  const { tripId, slug } = await anOpenTrip();
  const registrationId = await aRegistration({ tripId, organisationId, confirmedAt: now });
  await aRegistration({ tripId, organisationId, withdrawnAt: now, confirmedAt: now });
  const [day] = await database()
    .select({ id: tripDay.id })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId));
  const recorder = await aPerson();
  const mark = { tripDayId: day?.id ?? "", registrationId, recordedBy: recorder.userId };
  const [first, second] = [randomUUID(), randomUUID()];
  for (const [id, overrules] of [
    [first, []],
    [second, [first]],
  ] as const) {
    const said = { present: id === second, overrules: [...overrules] };
    await database()
      .insert(attendance)
      .values({ ...mark, id, ...said, device: "phone", deviceAt: now });
  }
  return { slug, registrationId };
}

const afterwards = hours(24 * 60);

test("past trips tell who was there on how many days, by the mark that came last", async () => {
  const own = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: own });
  const { slug, registrationId } = await aPastTrip(own);
  expect(await pastTrips(coordinator, own, now)).toEqual([]);
  const past = await pastTrips(coordinator, own, afterwards);
  expect(past?.map((trip) => trip.slug)).toEqual([slug]);
  expect(past?.[0]?.people).toMatchObject([{ registrationId, attended: 1 }]);
  expect((await municipalityNow(coordinator, own, afterwards))?.trips).toEqual([]);
});

test("a municipality that became another as a whole is told with it; one that was split is not", async () => {
  const own = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: own });
  const [whole, split] = [
    await anOrganisation("municipality"),
    await anOrganisation("municipality"),
  ];
  const neighbour = await anOrganisation("municipality");
  await database()
    .insert(organisationSuccessor)
    .values([
      { organisationId: whole, successorId: own },
      { organisationId: split, successorId: own },
      { organisationId: split, successorId: neighbour },
    ]);
  await database()
    .update(organisation)
    .set({ validTo: "2021-06-30" })
    .where(eq(organisation.id, whole));
  const { slug } = await aPastTrip(whole);
  await aPastTrip(split);
  const past = await pastTrips(coordinator, own, afterwards);
  expect(past?.map((trip) => trip.slug)).toEqual([slug]);
});

test("a trip by invitation is open to a municipality that was invited or takes part, and to no other", async () => {
  const { coordinator, own, other, tripId, slug } = await aCall(() => [], null);
  await database().update(tripTable).set({ invitationOnly: true }).where(eq(tripTable.id, tripId));
  const open = async () =>
    (await municipalityNow(coordinator, own, now))?.calls.some((call) => call.slug === slug);
  await aRegistration({ tripId, organisationId: other, confirmedAt: now });
  expect(await open()).toBe(false);
  const id = await aRegistration({ tripId, organisationId: own, confirmedAt: now });
  expect(await open()).toBe(true);
  await database().update(registration).set({ withdrawnAt: now }).where(eq(registration.id, id));
  expect(await open()).toBe(false);
});
