import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { choosePickup } from "#domain/boarding/commands.ts";
import { savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { traveller } from "./queries.ts";

const now = new Date();

let open: OpenTrip;
let person: PersonActor;
let registrationId: string;
let theDay: Date;

beforeEach(async () => {
  open = await anOpenTrip();
  const { tripId, organiser, date } = open;
  theDay = momentInRiga(date, "08:00");
  person = await aPerson();
  const municipality = await anOrganisation("municipality");
  const [sent] = await database()
    .insert(delegation)
    .values({
      tripId,
      organisationId: municipality,
      sentBy: organiser.userId,
      key: randomUUID(),
      size: 2,
      atLeast: 1,
    })
    .returning({ id: delegation.id });
  const seat = {
    tripId,
    organisationId: municipality,
    confirmedAt: now,
    delegationId: sent?.id ?? null,
  };
  const { userId, email } = person;
  registrationId = await aRegistration({ ...seat, userId, email });
  await aRegistration({ ...seat, givenName: "Rita", familyName: "Zīle", isHead: true });
  const bus = { tripId, name: "Autobuss", seats: 20, driverName: "Juris", driverPhone: "20000001" };
  const made = await saveVehicle(organiser, bus, now);
  if (!made.ok) throw new Error(made.reason);
  const stop = {
    tripId,
    vehicleId: made.vehicleId,
    placeId: null,
    spot: "pie domes",
    date,
    clock: "07:30",
  };
  const saved = await savePickup(organiser, { ...stop, organisationId: null }, now);
  if (!saved.ok) throw new Error(saved.reason);
  expect((await choosePickup(person, { registrationId, pickupId: saved.pickupId }, now)).ok).toBe(
    true,
  );
  const contact = { contactName: "Ilze", contactPhone: "20000002" };
  await database().update(trip).set(contact).where(eq(trip.id, tripId));
});

test("a traveller's paper names the own stop and whom to ask, and the driver and the head once the trip is near", async () => {
  const early = await traveller(person, registrationId, now);
  expect(early).toMatchObject({
    name: "Anna Bērziņa",
    pickup: { spot: "pie domes", vehicle: "Autobuss", driver: null },
    contact: { name: "Ilze", phone: "20000002" },
    head: null,
    need: null,
    rooms: [],
    printed: null,
  });
  expect(await traveller(person, registrationId, theDay)).toMatchObject({
    pickup: { driver: { name: "Juris", phone: "20000001" } },
    head: { name: "Rita Zīle", phone: "20 123 456" },
  });
});

test("a head who only waits is not to be called", async () => {
  await database()
    .update(registration)
    .set({ confirmedAt: null })
    .where(eq(registration.familyName, "Zīle"));
  expect(await traveller(person, registrationId, theDay)).toMatchObject({ head: null });
});

test("nobody else, and nobody without a seat, has such a paper", async () => {
  expect(await traveller(open.organiser, registrationId, now)).toBeNull();
  await database()
    .update(registration)
    .set({ withdrawnAt: now })
    .where(eq(registration.id, registrationId));
  expect(await traveller(person, registrationId, now)).toBeNull();
});
