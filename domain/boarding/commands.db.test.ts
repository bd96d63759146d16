import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { removeItem } from "#domain/agenda/commands.ts";
import { draftItems } from "#domain/draft/queries.ts";
import { removePickup, removeVehicle, savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { manifest, pickupChoices, travelOfTrip } from "#domain/travel/queries.ts";
import { editTrip } from "#domain/trip/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { date, makeTheirs, now, type Theirs } from "#scripts/checks/strangers.ts";
import { choosePickup } from "./commands.ts";

let theirs: Theirs;
let bus: { tripId: string; name: string; driverName: string; driverPhone: string };

beforeAll(async () => {
  theirs = await makeTheirs();
  bus = {
    tripId: theirs.tripId,
    name: "Mazais",
    driverName: "Jānis",
    driverPhone: "+371 20 000 001",
  };
});

async function aStop(
  seats: number,
  organisationId: string | null = null,
  name = `Bus ${Math.random()}`,
) {
  const made = await saveVehicle(theirs.organiser, { ...bus, name, seats }, now);
  if (!made.ok) throw new Error(made.reason);
  const { vehicleId } = made;
  const stop = { tripId: theirs.tripId, vehicleId, placeId: null, spot: "Pie domes", date };
  const saved = await savePickup(
    theirs.organiser,
    { ...stop, clock: "07:00", organisationId },
    now,
  );
  if (!saved.ok) throw new Error(saved.reason);
  return { vehicleId, pickupId: saved.pickupId };
}

async function aTraveller() {
  const actor = await aPerson();
  const { tripId, organisationId } = theirs;
  const facts = { tripId, organisationId, userId: actor.userId, email: actor.email };
  const registrationId = await aRegistration({ ...facts, confirmedAt: now });
  return { actor, registrationId };
}

describe("getting on", () => {
  it("is chosen, changed and taken back by the person, and seen with its driver the day before", async () => {
    const { actor, registrationId } = await aTraveller();
    const { pickupId } = await aStop(5, null, "Lielais");
    expect(await choosePickup(actor, { registrationId, pickupId }, now)).toEqual({ ok: true });
    expect(await pickupChoices(actor, theirs.slug, now)).toMatchObject({
      chosen: pickupId,
      open: true,
      vehicle: null,
    });
    const eve = momentInRiga("2026-06-11", "20:00");
    expect(await pickupChoices(actor, theirs.slug, eve)).toMatchObject({
      vehicle: { name: "Lielais", driverPhone: "+371 20 000 001" },
    });
    expect(await choosePickup(actor, { registrationId, pickupId: null }, now)).toEqual({
      ok: true,
    });
    expect(await pickupChoices(actor, theirs.slug, now)).toMatchObject({ chosen: null });
  });

  it("is refused at another municipality's stop, once the trip has begun, and to whoever has no seat", async () => {
    const { actor, registrationId } = await aTraveller();
    const { pickupId } = await aStop(5, await anOrganisation("municipality"));
    const reason = async (id: string, at: Date, who = actor) => {
      const chosen = await choosePickup(who, { registrationId: id, pickupId }, at);
      return chosen.ok ? null : chosen.reason;
    };
    expect(await reason(registrationId, now)).toBe("otherMunicipality");
    expect(await reason(registrationId, momentInRiga(date, "00:00"))).toBe("begun");
    expect(await reason(theirs.waitingId, now, theirs.organiser)).toBe("notGoing");
    expect(await reason(registrationId, now, theirs.organiser)).toBeNull();
    expect(await reason(registrationId, now, await aPerson())).toBe("notFound");
  });

  it("gives the last seat to one of those who want it at once, and the database refuses a second", async () => {
    const { pickupId, vehicleId } = await aStop(2);
    const people = await Promise.all(Array.from({ length: 8 }, aTraveller));
    const outcomes = await Promise.all(
      people.map(({ actor, registrationId }) =>
        choosePickup(actor, { registrationId, pickupId }, now),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(outcomes.filter((one) => !one.ok && one.reason === "vehicleFull")).toHaveLength(6);
    const left = people[outcomes.findIndex(({ ok }) => !ok)]?.registrationId ?? "";
    const squeezed = database()
      .update(registration)
      .set({ pickupId })
      .where(eq(registration.id, left));
    await expect(squeezed).rejects.toMatchObject({ cause: { constraint: "vehicle_never_over" } });
    const smaller = sql`update vehicle set seats = 1 where id = ${vehicleId}`;
    await expect(database().execute(smaller)).rejects.toMatchObject({
      cause: { constraint: "vehicle_never_over" },
    });
  });
});

describe("vehicles and stops", () => {
  it("are not taken away from people: refused with the numbers", async () => {
    const { actor, registrationId } = await aTraveller();
    const { pickupId, vehicleId } = await aStop(5);
    await choosePickup(actor, { registrationId, pickupId }, now);
    const { tripId, organiser } = theirs;
    expect(await removePickup(organiser, { tripId, pickupId }, now)).toEqual({
      ok: false,
      reason: "pickupInUse",
      detail: { people: 1 },
    });
    expect(await removeVehicle(organiser, { tripId, vehicleId }, now)).toEqual({
      ok: false,
      reason: "vehicleInUse",
      detail: { stops: 1 },
    });
    await aTraveller().then((other) =>
      choosePickup(other.actor, { registrationId: other.registrationId, pickupId }, now),
    );
    expect(await saveVehicle(organiser, { ...bus, vehicleId, seats: 1 }, now)).toEqual({
      ok: false,
      reason: "seatsBelowAboard",
      detail: { seats: 1, aboard: 2 },
    });
  });

  it("say at the field what is wrong", async () => {
    const { tripId, organiser } = theirs;
    const wrong = { ...bus, name: " ", seats: 0, driverPhone: "zvanīt" };
    expect(await saveVehicle(organiser, wrong, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: {
        name: "vehicleNameMissing",
        seats: "vehicleSeatsWrong",
        driverPhone: "driverPhoneWrong",
      },
    });
    const stop = {
      tripId,
      vehicleId: theirs.tripId,
      placeId: null,
      spot: "x",
      organisationId: null,
    };
    expect(
      await savePickup(organiser, { ...stop, date: "2026-07-01", clock: "07:00" }, now),
    ).toEqual({
      ok: false,
      reason: "invalid",
      detail: { vehicleId: "vehicleMissing", date: "pickupDayMissing" },
    });
  });
});

it("the manifest counts per stop, lists who has not chosen, and is the crew's only while the trip runs", async () => {
  const { actor, registrationId } = await aTraveller();
  const { pickupId, vehicleId } = await aStop(5);
  await choosePickup(actor, { registrationId, pickupId }, now);
  const read = await manifest(theirs.organiser, theirs.slug, vehicleId, now);
  expect(read?.people.map((one) => one.registrationId)).toEqual([registrationId]);
  expect(read?.vehicle.stops).toMatchObject([{ people: 1 }]);
  const { unassigned } = (await travelOfTrip(theirs.organiser, theirs.tripId)) ?? {};
  expect(read?.unassigned).toHaveLength(unassigned ?? -1);
  const crew = await aPerson({ role: "crew", organisationId: theirs.organisationId });
  expect(await manifest(crew, theirs.slug, vehicleId, now)).toBeNull();
  expect(await manifest(crew, theirs.slug, vehicleId, momentInRiga(date, "08:00"))).not.toBeNull();
  expect(
    await manifest(publicActor, theirs.slug, vehicleId, momentInRiga(date, "08:00")),
  ).toBeNull();
});

it("a day on which people get on stays a day of the trip", async () => {
  const { organiser, tripId, facts } = await makeTheirs();
  await removeItem(
    organiser,
    { itemId: (await draftItems(organiser, tripId, database()))[0]?.id ?? "" },
    now,
  );
  const edited = { ...facts, tripId, dates: ["2026-06-13"] };
  expect(await editTrip(organiser, edited, now)).toEqual({
    ok: false,
    reason: "dayInUse",
    detail: { date, items: 1, marks: 3 },
  });
});
