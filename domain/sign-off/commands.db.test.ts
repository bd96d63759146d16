import { and, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { message, registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { verify } from "#domain/invariant/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { declineSignOff, lapseSignOffs, remindOfSignOffs, signOff } from "./commands.ts";

const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

/** A trip that holds a seat for 72 hours, and a municipality with a coordinator. */
async function aCall(capacity: number) {
  const trip = await anOpenTrip({ capacity });
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  await setSignOff(trip, capacity, 72);
  return { ...trip, municipality, coordinator };
}

type Trip = Awaited<ReturnType<typeof anOpenTrip>>;

async function setSignOff({ organiser, tripId }: Trip, capacity: number, hours: number | null) {
  const settings = {
    tripId,
    capacity,
    allocationOrder: "first-come" as const,
    releaseAt: null,
    promotionEndsAt: later(200),
    namesFrozenAt: later(200),
    signOffHours: hours,
    quotas: [],
  };
  expect((await setSeats(organiser, settings, now)).ok).toBe(true);
}

async function registers(actor: PersonActor, slug: string, organisation: string) {
  const answer = await register(
    actor,
    {
      tripSlug: slug,
      givenName: "Anna",
      familyName: "Bērziņa",
      phone: "20123456",
      organisation,
      institution: "",
      position: "projektu vadītāja",
      locale: "lv",
    },
    now,
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

/** Kinds of what was said about a registration, in order. */
async function saidOf(registrationId: string): Promise<string[]> {
  const rows = await database()
    .select({ kind: message.kind })
    .from(message)
    .where(eq(message.registrationId, registrationId))
    .orderBy(message.createdAt, message.kind);
  return rows.map(({ kind }) => kind);
}

async function datesOf(registrationId: string) {
  const [row] = await database()
    .select({
      confirmedAt: registration.confirmedAt,
      signOffDueAt: registration.signOffDueAt,
      withdrawalReason: registration.withdrawalReason,
    })
    .from(registration)
    .where(eq(registration.id, registrationId));
  return row;
}

test("an employee's own registration holds a seat until the coordinator says yes, once", async () => {
  const { slug, municipality, coordinator } = await aCall(1);
  const { registrationId, state } = await registers(await aPerson(), slug, municipality);
  expect(state).toBe("awaitingSignOff");
  expect(await datesOf(registrationId)).toMatchObject({
    confirmedAt: null,
    signOffDueAt: later(72),
  });
  expect(await saidOf(registrationId)).toEqual(["awaitingSignOff", "signOffRequested"]);
  for (const _ of [1, 2])
    expect(await signOff(coordinator, { registrationId }, later(1))).toEqual({
      ok: true,
      state: "confirmed",
    });
  expect(await datesOf(registrationId)).toMatchObject({
    confirmedAt: later(1),
    signOffDueAt: null,
  });
  expect(await saidOf(registrationId)).toEqual([
    "awaitingSignOff",
    "signOffRequested",
    "confirmed",
  ]);
  expect((await verify()).broken).toEqual([]);
});

test("a coordinator's own registration, and one sent by no municipality, need no yes", async () => {
  const { slug, municipality, coordinator } = await aCall(5);
  expect(await registers(coordinator, slug, municipality)).toMatchObject({ state: "confirmed" });
  const ministry = await anOrganisation("other");
  expect(await registers(await aPerson(), slug, ministry)).toMatchObject({ state: "confirmed" });
});

test("a hold that nobody answers goes to the end of the line, and no seat fits it before somebody does", async () => {
  const { slug, municipality, coordinator, organiser } = await aCall(1);
  const late = await registers(await aPerson(), slug, municipality);
  const ministry = await anOrganisation("other");
  const next = await registers(await aPerson(), slug, ministry);
  expect(next.state).toBe("waiting");
  const counts = await Promise.all([1, 2].map(() => lapseSignOffs(systemActor, later(72))));
  expect(counts.sort()).toEqual([0, 1]);
  expect(await datesOf(next.registrationId)).toMatchObject({ confirmedAt: later(72) });
  expect(await datesOf(late.registrationId)).toMatchObject({
    confirmedAt: null,
    signOffDueAt: null,
  });
  expect(await saidOf(late.registrationId)).toContain("signOffLapsed");
  expect(await signOff(coordinator, { registrationId: late.registrationId }, later(73))).toEqual({
    ok: true,
    state: "waiting",
  });
  await declineSignOff(organiser, { registrationId: next.registrationId, reason: "x" }, later(74));
  expect((await verify()).broken).toEqual([]);
});

test("a signed registration that waits is confirmed as soon as a seat fits it", async () => {
  const { slug, municipality, coordinator } = await aCall(1);
  const held = await registers(await aPerson(), slug, municipality);
  const waits = await registers(await aPerson(), slug, municipality);
  expect(waits.state).toBe("waiting");
  await signOff(coordinator, { registrationId: waits.registrationId }, later(1));
  const decline = { registrationId: held.registrationId, reason: "Nav aizvietotāja." };
  expect(await declineSignOff(coordinator, decline, later(2))).toEqual({ ok: true });
  expect(await datesOf(held.registrationId)).toMatchObject({
    withdrawalReason: "Nav aizvietotāja.",
  });
  expect(await datesOf(waits.registrationId)).toMatchObject({ confirmedAt: later(2) });
});

test("nobody says no without a reason, nor to somebody who is confirmed", async () => {
  const { slug, municipality, coordinator } = await aCall(1);
  const { registrationId } = await registers(await aPerson(), slug, municipality);
  expect(await declineSignOff(coordinator, { registrationId, reason: " " }, now)).toEqual({
    ok: false,
    reason: "invalid",
  });
  await signOff(coordinator, { registrationId }, now);
  expect(await declineSignOff(coordinator, { registrationId, reason: "Nē." }, now)).toEqual({
    ok: false,
    reason: "confirmed",
  });
});

test("coordinators are reminded once, after 24 hours", async () => {
  const { slug, municipality } = await aCall(1);
  const { registrationId } = await registers(await aPerson(), slug, municipality);
  const reminders = () =>
    database().$count(
      message,
      and(eq(message.registrationId, registrationId), like(message.kind, "signOffReminder")),
    );
  await remindOfSignOffs(systemActor, later(23));
  expect(await reminders()).toBe(0);
  await remindOfSignOffs(systemActor, later(24));
  await remindOfSignOffs(systemActor, later(25));
  expect(await reminders()).toBe(1);
});

test("a trip that stops asking confirms those who were waiting for a yes", async () => {
  const call = await aCall(1);
  const { registrationId } = await registers(await aPerson(), call.slug, call.municipality);
  await setSignOff(call, 1, null);
  expect(await datesOf(registrationId)).toMatchObject({ confirmedAt: now, signOffDueAt: null });
  expect(await saidOf(registrationId)).toContain("confirmed");
});
