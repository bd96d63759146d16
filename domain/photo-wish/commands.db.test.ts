import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { register } from "#domain/registration/commands.ts";
import { registrationOf } from "#domain/registration/queries.ts";
import { replace } from "#domain/replacement/commands.ts";
import { rollCall } from "#domain/roll-call/queries.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { anOrganisation, aPerson, strangersTo } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { setPhotoWish } from "./commands.ts";

const now = new Date();

let trip: OpenTrip;
let municipality: string;
let anna: PersonActor;

beforeEach(async () => {
  trip = await anOpenTrip();
  municipality = await anOrganisation("municipality");
  anna = await aPerson();
});

async function registered(noPhotos?: boolean): Promise<string> {
  const answers = {
    givenName: "Anna",
    familyName: "Zīle",
    phone: "20123456",
    organisation: municipality,
    position: "juriste",
    tripSlug: trip.slug,
    locale: "lv" as const,
  };
  const wish = noPhotos === undefined ? {} : { noPhotos };
  const made = await register(anna, { ...answers, ...wish }, now);
  if (!made.ok) throw new Error(made.reason);
  return made.registrationId;
}

const wished = async () => (await registrationOf(anna, trip.slug))?.noPhotos;

test("the wish is kept with the registration, and nobody who says nothing has it", async () => {
  const registrationId = await registered();
  expect(await wished()).toBe(false);
  expect(await setPhotoWish(anna, { registrationId }, { noPhotos: true }, now)).toEqual({
    ok: true,
    changed: true,
  });
  expect(await setPhotoWish(anna, { registrationId }, { noPhotos: true }, now)).toEqual({
    ok: true,
    changed: false,
  });
  expect(await wished()).toBe(true);
  const entries = await database()
    .select({ action: auditEntry.action, details: auditEntry.details })
    .from(auditEntry)
    .where(eq(auditEntry.subjectId, registrationId));
  expect(entries.filter(({ action }) => action === "photoWish.set")).toEqual([
    { action: "photoWish.set", details: { noPhotos: true } },
  ]);
});

test("whoever registers with it has it at once, also when the form comes twice at once", async () => {
  const [one, other] = await Promise.all([registered(true), registered(true)]);
  expect(one).toBe(other);
  expect(await wished()).toBe(true);
  const list = await rollCall(trip.organiser, trip.slug, now);
  expect(list?.people.map(({ noPhotos }) => noPhotos)).toEqual([true]);
});

test("it is set by the municipality's coordinator and the organiser too, and found by no stranger", async () => {
  const registrationId = await registered();
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  for (const actor of [coordinator, trip.organiser]) {
    expect(await setPhotoWish(actor, { registrationId }, { noPhotos: true }, now)).toMatchObject({
      ok: true,
    });
    await setPhotoWish(actor, { registrationId }, { noPhotos: false }, now);
  }
  for (const stranger of await strangersTo(trip.organisationId)) {
    expect(await setPhotoWish(stranger, { registrationId }, { noPhotos: true }, now)).toEqual({
      ok: false,
      reason: "notFound",
    });
  }
  expect(await wished()).toBe(false);
});

test("it is the person's, and not the place's: who comes instead has not said it", async () => {
  const registrationId = await registered(true);
  const { email } = await aPerson();
  const successor = {
    givenName: "Līga",
    familyName: "Osa",
    position: "juriste",
    phone: "20123457",
  };
  expect(
    await replace(trip.organiser, { ...successor, email, registrationId, reason: "Slimo." }, now),
  ).toEqual({
    ok: true,
  });
  const stale = { registrationId, holderId: anna.userId };
  expect(await setPhotoWish(trip.organiser, stale, { noPhotos: true }, now)).toEqual({
    ok: false,
    reason: "gone",
  });
  const [place] = await database()
    .select({ noPhotos: registration.noPhotos })
    .from(registration)
    .where(eq(registration.id, registrationId));
  expect(place).toEqual({ noPhotos: false });
});

test("of somebody who withdrew nothing is changed any more", async () => {
  const registrationId = await registered();
  expect(await withdraw(anna, { registrationId }, now)).toMatchObject({ ok: true });
  expect(await setPhotoWish(anna, { registrationId }, { noPhotos: true }, now)).toEqual({
    ok: false,
    reason: "withdrawn",
  });
});
