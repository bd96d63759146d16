import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { message, registration } from "#db/schema/registration.ts";
import { tripSeat } from "#db/schema/trip.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { choosePickup } from "#domain/boarding/commands.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { verify } from "#domain/invariant/queries.ts";
import { saveLodging } from "#domain/lodging/commands.ts";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { sendNotice, tellTravellers } from "#domain/message/commands.ts";
import { participantsOfTrip } from "#domain/participant/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { stateOf } from "#domain/registration/rules.ts";
import { travelOfTrip } from "#domain/travel/queries.ts";
import { cancelTrip } from "#domain/trip-state/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { freeUnnamed, remindOfUnnamed } from "./commands.ts";

const hour = 3_600_000;
let trip: OpenTrip;
let municipalityId: string;
let coordinator: PersonActor;
let namesFrozenAt: Date;

beforeEach(async () => {
  trip = await anOpenTrip({ capacity: 4 });
  municipalityId = await anOrganisation("municipality");
  coordinator = await aPerson({ role: "coordinator", organisationId: municipalityId });
  // Before the deadline, so that the line moves by itself still.
  namesFrozenAt = new Date(Date.now() + 9 * 24 * hour);
  await freeze(namesFrozenAt);
});

const freeze = (at: Date) =>
  database().update(tripSeat).set({ namesFrozenAt: at }).where(eq(tripSeat.tripId, trip.tripId));

const hoursAhead = (hours: number) => new Date(namesFrozenAt.getTime() - hours * hour);

const person = (givenName: string) => ({
  givenName,
  familyName: "Ozols",
  email: `${randomUUID()}@example.lv`,
  phone: "+371 20 123 456",
  position: "jurists",
});

async function send(named: string[], unnamed: number, atLeast = 1): Promise<string> {
  const sent = await sendDelegation(
    coordinator,
    {
      tripSlug: trip.slug,
      organisationId: municipalityId,
      members: named.map(person),
      head: null,
      unnamed,
      atLeast,
      key: randomUUID(),
      locale: "lv",
    },
    new Date(),
  );
  if (!sent.ok) throw new Error(sent.reason);
  return sent.delegationId;
}

async function alone(familyName: string): Promise<void> {
  const answers = { ...person("Anna"), familyName, institution: "", locale: "lv" as const };
  const organisation = await anOrganisation("municipality");
  const made = await register(
    await aPerson(),
    { ...answers, organisation, tripSlug: trip.slug },
    new Date(),
  );
  if (!made.ok) throw new Error(made.reason);
}

async function states(): Promise<string[]> {
  const rows = await database()
    .select({
      familyName: registration.familyName,
      confirmedAt: registration.confirmedAt,
      signOffDueAt: registration.signOffDueAt,
      withdrawnAt: registration.withdrawnAt,
    })
    .from(registration)
    .where(eq(registration.tripId, trip.tripId))
    .orderBy(asc(registration.line));
  return rows.map((row) => `${row.familyName || "–"} ${stateOf(row)}`);
}

const told = (kind: (typeof message.$inferSelect)["kind"]) =>
  database()
    .select({ recipient: message.recipient, facts: message.facts })
    .from(message)
    .where(and(eq(message.tripId, trip.tripId), eq(message.kind, kind)));

describe("once names are frozen", () => {
  it("the unnamed places go to the line in its order, and whoever sent them is told, once of two workers", async () => {
    await send(["Zane"], 3);
    await alone("Pirmais");
    await alone("Otrais");
    await Promise.all([
      freeUnnamed(systemActor, namesFrozenAt),
      freeUnnamed(systemActor, namesFrozenAt),
    ]);
    expect(await states()).toEqual([
      "Ozols confirmed",
      "– withdrawn",
      "– withdrawn",
      "– withdrawn",
      "Pirmais confirmed",
      "Otrais confirmed",
    ]);
    expect(await told("placesGivenBack")).toEqual([
      { recipient: coordinator.email, facts: { places: 3 } },
    ]);
    await freeUnnamed(systemActor, new Date(namesFrozenAt.getTime() + hour));
    expect(await told("placesGivenBack")).toHaveLength(1);
    expect((await verify()).broken).toEqual([]);
  });

  it("nothing happens a minute earlier, nor on a trip that was moved to later meanwhile", async () => {
    await send([], 2);
    await freeUnnamed(systemActor, hoursAhead(1 / 60));
    await freeze(new Date(namesFrozenAt.getTime() + hour));
    await freeUnnamed(systemActor, namesFrozenAt);
    expect(await states()).toEqual(["– confirmed", "– confirmed"]);
    expect(await told("placesGivenBack")).toEqual([]);
  });
});

describe("before names are frozen", () => {
  it("whoever sent unnamed places is reminded a week and two days before, once each however many workers", async () => {
    await send(["Zane"], 2);
    await remindOfUnnamed(systemActor, hoursAhead(7 * 24 + 1));
    expect(await told("placesToName")).toEqual([]);
    const facts = { places: 2, namesFrozenAt: namesFrozenAt.toISOString() };
    const once = { recipient: coordinator.email, facts };
    for (const [hours, reminders] of [
      [7 * 24, [once]],
      [3 * 24, [once]],
      [2 * 24, [once, once]],
      [1, [once, once]],
    ] as const) {
      await Promise.all([
        remindOfUnnamed(systemActor, hoursAhead(hours)),
        remindOfUnnamed(systemActor, hoursAhead(hours)),
      ]);
      expect(await told("placesToName")).toEqual(reminders);
    }
  });

  it("nobody is reminded of a delegation that is named, of one sent since, or of a cancelled trip", async () => {
    await send(["Zane"], 0);
    await freeze(new Date(Date.now() + 5 * 24 * hour));
    await send([], 1);
    await remindOfUnnamed(systemActor, new Date());
    expect(await told("placesToName")).toEqual([]);
    await cancelTrip(trip.organiser, { tripId: trip.tripId, reason: { lv: "Vētra" } }, new Date());
    await remindOfUnnamed(systemActor, new Date(Date.now() + 4 * 24 * hour));
    expect(await told("placesToName")).toEqual([]);
  });
});

describe("a place that nobody is named for yet", () => {
  it("stands in the organiser's list, and is no person to travel, to sleep or to be present", async () => {
    await send(["Zane"], 2);
    const list = await participantsOfTrip(trip.organiser, trip.slug, {});
    expect(list?.registrations.map(({ familyName }) => familyName).toSorted()).toEqual([
      "",
      "",
      "Ozols",
    ]);
    expect((await travelOfTrip(trip.organiser, trip.tripId))?.unassigned).toBe(1);
    const day = await attendanceOfDay(trip.organiser, trip.slug, trip.date, new Date());
    expect(day?.people.map(({ givenName }) => givenName)).toEqual(["Zane"]);
    const house = { name: "Viesnīca", address: null, firstNight: trip.date, lastNight: trip.date };
    await saveLodging(trip.organiser, { ...house, tripId: trip.tripId }, new Date());
    const [lodging] = (await lodgingsOfTrip(trip.organiser, trip.tripId)) ?? [];
    expect(lodging?.unassigned.map(({ givenName }) => givenName)).toEqual(["Zane"]);
  });

  it("is written no letter, given no stop and marked by nobody", async () => {
    const delegationId = await send([], 1);
    const [place] = await database()
      .select({ registrationId: registration.id })
      .from(registration)
      .where(eq(registration.delegationId, delegationId));
    const { registrationId } = place as { registrationId: string };
    const now = new Date();
    const notice = { registrationId, subject: "Ziņa", text: "Līs.", cause: randomUUID() };
    expect(await sendNotice(trip.organiser, notice, now)).toEqual({
      ok: false,
      reason: "notGoing",
    });
    expect(await choosePickup(trip.organiser, { registrationId, pickupId: null }, now)).toEqual({
      ok: false,
      reason: "notGoing",
    });
    const { tripId, date } = trip;
    const mark = { id: randomUUID(), tripId, registrationId, date, present: true };
    const marked = { ...mark, device: "phone", deviceAt: now };
    expect(await recordAttendance(trip.organiser, marked, now)).toEqual({
      ok: false,
      reason: "notFound",
    });
    await database().transaction((tx) =>
      tellTravellers(tx, { tripId, kind: "itinerary", facts: {}, cause: randomUUID() }, now),
    );
    await cancelTrip(trip.organiser, { tripId, reason: { lv: "Vētra" } }, now);
    const written = await database()
      .select({ kind: message.kind })
      .from(message)
      .where(eq(message.tripId, tripId));
    expect(written).toEqual([{ kind: "delegationSent" }]);
  });
});
