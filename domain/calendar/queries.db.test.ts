import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { actorOfCalendar, publicActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { choosePickup } from "#domain/boarding/commands.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { replace } from "#domain/replacement/commands.ts";
import { savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { cancelTrip } from "#domain/trip-state/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { aHeldPlace, newcomer } from "#scripts/checks/held-place.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { renewCalendarAddress } from "./commands.ts";
import { ownCalendar, ownCalendarToken, tripCalendar } from "./queries.ts";
import { eventsOf } from "./rules.ts";

const now = new Date();

async function publish({ organiser, tripId, date }: OpenTrip) {
  const words = { kind: "visit" as const, title: { lv: "Vizīte" }, note: null };
  const item = { ...words, hostId: null, placeId: null, speakerIds: [], tripId, date };
  await addItem(organiser, { ...item, starts: "10:00", ends: "11:00" }, now);
  const published = await publishItinerary(organiser, { tripId, note: "Pirmā" }, now);
  if (!published.ok) throw new Error(published.reason);
}

/** How each event of a person's calendar stands, and its sequence. */
async function standings(actor: PersonActor) {
  const own = await ownCalendar(actor);
  return own
    .flatMap(({ trip, place }) => eventsOf(trip, place))
    .map(({ kind, standing, sequence }) => [kind, standing, sequence]);
}

describe("the calendar of a trip", () => {
  it("is for everybody, with its days and nobody's place", async () => {
    const trip = await anOpenTrip();
    expect(await tripCalendar(publicActor, trip.slug)).toMatchObject({
      tripId: trip.tripId,
      dates: [trip.date],
      publishedDates: [],
      itinerary: null,
      cancelledAt: null,
    });
    await publish(trip);
    const found = await tripCalendar(publicActor, trip.slug);
    expect(found?.publishedDates).toEqual([trip.date]);
    expect(found && eventsOf(found, null).map(({ time }) => time)).toEqual([
      { from: momentInRiga(trip.date, "10:00"), to: momentInRiga(trip.date, "11:00") },
    ]);
  });

  it("is of published trips alone", async () => {
    const organisationId = await anOrganisation();
    const organiser = await aPerson({ role: "organiser", organisationId });
    const { slug } = await aTrip(organiser, tripFacts({ organisationId, placeId: await aPlace() }));
    expect(await tripCalendar(publicActor, slug)).toBeNull();
    expect(await tripCalendar(organiser, slug)).toBeNull();
  });

  it("says that and why the trip is cancelled", async () => {
    const { organiser, tripId, slug } = await anOpenTrip();
    await cancelTrip(organiser, { tripId, reason: { lv: "Vētra" } }, now);
    expect(await tripCalendar(publicActor, slug)).toMatchObject({
      cancelledAt: now,
      cancelReason: { lv: "Vētra" },
    });
  });
});

describe("a person's own calendar", () => {
  it("holds every trip on which there is a place or a wait, and no other", async () => {
    const person = await aPerson();
    expect(await ownCalendar(person)).toEqual([]);
    const [one, other] = [await anOpenTrip(), await anOpenTrip()];
    const { userId, email } = person;
    const { organisationId } = one;
    await aRegistration({ ...one, organisationId, userId, email, confirmedAt: now });
    await aRegistration({ ...other, organisationId, userId, email });
    await aRegistration({ ...(await anOpenTrip()), organisationId });
    const own = await ownCalendar(person);
    expect(new Map(own.map(({ trip, place }) => [trip.slug, place.state]))).toEqual(
      new Map([
        [one.slug, "confirmed"],
        [other.slug, "waiting"],
      ]),
    );
    expect(await ownCalendar(publicActor)).toEqual([]);
  });

  it("says where and when one gets on", async () => {
    const { trip, person, registrationId } = await aHeldPlace(now);
    const { tripId, organiser, date } = trip;
    const bus = { tripId, name: "Autobuss", seats: 20, driverName: null, driverPhone: null };
    const vehicle = await saveVehicle(organiser, bus, now);
    if (!vehicle.ok) throw new Error(vehicle.reason);
    const { vehicleId } = vehicle;
    const stop = { tripId, vehicleId, placeId: null, spot: "Pie domes", date, clock: "07:30" };
    const saved = await savePickup(organiser, { ...stop, organisationId: null }, now);
    if (!saved.ok) throw new Error(saved.reason);
    await choosePickup(person, { registrationId, pickupId: saved.pickupId }, now);
    const [own] = await ownCalendar(person);
    expect(own?.place.pickup).toEqual({
      pickupId: saved.pickupId,
      departsAt: momentInRiga(date, "07:30"),
      spot: "Pie domes",
      place: null,
      changedAt: expect.any(Date),
      changes: 1,
    });
    const before = await standings(person);
    const later = { ...stop, pickupId: saved.pickupId, clock: "07:45", organisationId: null };
    expect(await savePickup(organiser, later, now)).toMatchObject({ ok: true });
    expect([before, await standings(person)]).toEqual([
      [
        ["day", "going", 0],
        ["pickup", "going", 1],
      ],
      [
        ["day", "going", 0],
        ["pickup", "going", 2],
      ],
    ]);
  });

  it("takes a place that was given up back, and shows it again for whoever registers anew", async () => {
    const { trip, person, registrationId, registered } = await aHeldPlace(now);
    await publish(trip);
    expect(await standings(person)).toEqual([["day", "going", 1]]);
    await withdraw(person, { registrationId }, now);
    expect(await standings(person)).toEqual([["day", "withdrawn", 2]]);
    await registered(person);
    expect(await standings(person)).toEqual([["day", "going", 3]]);
  });

  it("no longer holds a place that somebody else has, and holds it for that one", async () => {
    const { person, coordinator, registrationId } = await aHeldPlace(now);
    const next = newcomer();
    await replace(coordinator, { ...next, registrationId }, now);
    expect(await ownCalendar(person)).toEqual([]);
    const [successor] = await database()
      .select({ id: user.id })
      .from(user)
      .where(eq(user.email, next.email));
    const actor = { ...person, userId: successor?.id ?? "" };
    expect(await standings(actor)).toEqual([["day", "going", 0]]);
  });

  it("is cancelled with the trip", async () => {
    const { trip, person } = await aHeldPlace(now);
    const { organiser, tripId } = trip;
    await cancelTrip(organiser, { tripId, reason: { lv: "Vētra" } }, now);
    expect(await standings(person)).toEqual([["day", "cancelled", 1]]);
  });
});

describe("the address of a calendar", () => {
  it("is read as its person, who has no role by it", async () => {
    const organisationId = await anOrganisation();
    const person = await aPerson({ role: "organiser", organisationId });
    const token = (await ownCalendarToken(person)) as string;
    expect(await actorOfCalendar(token)).toEqual({ ...person, memberships: [] });
    expect(await ownCalendarToken(publicActor)).toBeNull();
  });

  it("is worth nothing once there is a new one", async () => {
    const person = await aPerson();
    const before = (await ownCalendarToken(person)) as string;
    expect(await renewCalendarAddress(person, now)).toEqual({ ok: true });
    expect(await actorOfCalendar(before)).toBeNull();
    const after = (await ownCalendarToken(person)) as string;
    expect((await actorOfCalendar(after))?.userId).toBe(person.userId);
    expect(await renewCalendarAddress(publicActor, now)).toEqual({ ok: false, reason: "notFound" });
  });

  it("is nobody's when guessed, put together from two, or of somebody who is shut out", async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const [mine = "", theirs = ""] = [
      await ownCalendarToken(one),
      await ownCalendarToken(other),
    ].map((token) => token ?? "");
    const mixed = `${mine.split(".")[0]}.${theirs.split(".")[1]}`;
    for (const token of ["", "x", ".", mixed, mine.slice(0, -1), `${mine}.`, mine.toUpperCase()]) {
      expect(await actorOfCalendar(token), token).toBeNull();
    }
    await database().update(user).set({ disabledAt: now }).where(eq(user.id, one.userId));
    expect(await actorOfCalendar(mine)).toBeNull();
  });
});

test("two people never have the same address", async () => {
  const tokens = [await ownCalendarToken(await aPerson()), await ownCalendarToken(await aPerson())];
  expect(new Set(tokens).size).toBe(2);
});
