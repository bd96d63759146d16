import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { message, registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { verify } from "#domain/invariant/queries.ts";
import { holdSeats } from "#domain/line/commands.ts";
import { register } from "#domain/registration/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { freeUnnamed, namePlace } from "./commands.ts";

const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

async function unnamedPlaces(count: number) {
  const trip = await anOpenTrip({ capacity: 10 });
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const settings = {
    tripId: trip.tripId,
    capacity: 10,
    allocationOrder: "first-come" as const,
    releaseAt: null,
    promotionEndsAt: later(100),
    namesFrozenAt: later(50),
    signOffHours: null,
    quotas: [],
  };
  expect((await setSeats(trip.organiser, settings, now)).ok).toBe(true);
  const sent = await sendDelegation(
    coordinator,
    {
      tripSlug: trip.slug,
      organisationId: municipality,
      members: [],
      head: null,
      unnamed: count,
      atLeast: 1,
      key: randomUUID(),
      locale: "lv",
    },
    now,
  );
  if (!sent.ok) throw new Error(sent.reason);
  const rows = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.delegationId, sent.delegationId), isNull(registration.withdrawnAt)))
    .orderBy(registration.line);
  return { ...trip, municipality, coordinator, ids: rows.map(({ id }) => id) };
}

const named = (registrationId: string, email: string) => ({
  registrationId,
  givenName: "Zane",
  familyName: "Ķeizare",
  position: "juriste",
  email,
  phone: "20 654 321",
});

test("a named place keeps its seat, and the person hears who entered them and what was stored", async () => {
  const { coordinator, ids } = await unnamedPlaces(1);
  const [id = ""] = ids;
  const email = `${randomUUID()}@example.lv`;
  expect(await namePlace(coordinator, named(id, email), now)).toEqual({ ok: true });
  const [row] = await database()
    .select({ familyName: registration.familyName, confirmedAt: registration.confirmedAt })
    .from(registration)
    .where(eq(registration.id, id));
  expect(row).toEqual({ familyName: "Ķeizare", confirmedAt: now });
  const [told] = await database()
    .select({ kind: message.kind, facts: message.facts })
    .from(message)
    .where(and(eq(message.registrationId, id), eq(message.recipient, email)));
  expect(told).toEqual({
    kind: "entered",
    facts: { by: coordinator.email, stored: ["Zane Ķeizare", "juriste", email, "20654321"] },
  });
  expect(await namePlace(coordinator, named(id, email), now)).toEqual({
    ok: false,
    reason: "gone",
  });
  expect((await verify()).broken).toEqual([]);
});

test("nobody is named twice on a trip, nor by a stranger, nor once names are frozen, nor without an address", async () => {
  const { coordinator, organiser, municipality, slug, ids } = await unnamedPlaces(2);
  const [id = ""] = ids;
  const person = await aPerson();
  const answers = { givenName: "Zane", familyName: "Zīle", phone: "20123456", position: "juriste" };
  const rest = {
    organisation: municipality,
    institution: "",
    tripSlug: slug,
    locale: "lv" as const,
  };
  expect((await register(person, { ...answers, ...rest }, now)).ok).toBe(true);
  expect(await namePlace(coordinator, named(id, person.email), now)).toEqual({
    ok: false,
    reason: "alreadyRegistered",
  });
  const elsewhere = await anOrganisation("municipality");
  const stranger = await aPerson({ role: "coordinator", organisationId: elsewhere });
  const email = `${randomUUID()}@example.lv`;
  expect(await namePlace(stranger, named(id, email), now)).toEqual({
    ok: false,
    reason: "notFound",
  });
  expect(await namePlace(coordinator, named(id, "zane"), now)).toEqual({
    ok: false,
    reason: "invalid",
    detail: { email: "emailInvalid" },
  });
  expect(await namePlace(organiser, named(id, email), later(50))).toEqual({
    ok: false,
    reason: "frozen",
  });
});

test("a place that is named while places are given back is either named or given back", async () => {
  const { coordinator, ids, tripId } = await unnamedPlaces(6);
  await Promise.all([
    freeUnnamed(systemActor, later(50)),
    ...ids.map((id) => namePlace(coordinator, named(id, `${randomUUID()}@example.lv`), later(49))),
  ]);
  const rows = await database()
    .select({ userId: registration.userId, withdrawnAt: registration.withdrawnAt })
    .from(registration)
    .where(eq(registration.tripId, tripId));
  expect(rows).toHaveLength(6);
  for (const { userId, withdrawnAt } of rows) expect(userId === null).toBe(withdrawnAt !== null);
  expect((await verify()).broken).toEqual([]);
});

test("naming somebody who is just withdrawing waits for the withdrawal, and neither holds up the other", async () => {
  const { coordinator, ids, tripId } = await unnamedPlaces(1);
  const [id = ""] = ids;
  const leaving = await aPerson();
  const { userId, email } = leaving;
  const organisationId = await anOrganisation("municipality");
  const seat = { tripId, organisationId, confirmedAt: now, userId, email };
  const other = await aRegistration(seat);
  let naming: Promise<unknown> = Promise.resolve();
  // As a withdrawal does: the trip's seats first, then the own row, then whoever moves up.
  await database().transaction(async (tx) => {
    await holdSeats(tx, tripId);
    await tx.update(registration).set({ withdrawnAt: now }).where(eq(registration.id, other));
    naming = namePlace(coordinator, named(id, email), now);
    await expect.poll(waitingForLocks, { timeout: 20_000 }).toBeGreaterThan(0);
    await tx.update(registration).set({ isHead: false }).where(eq(registration.id, id));
  });
  expect(await naming).toEqual({ ok: true });
});

async function waitingForLocks(): Promise<number> {
  const { rows } = await database().execute<{ waiting: number }>(sql`
    select count(*)::integer as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return rows[0]?.waiting ?? 0;
}
