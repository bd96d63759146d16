import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { membership } from "#db/schema/person.ts";
import { message, registration } from "#db/schema/registration.ts";
import { tripSeat } from "#db/schema/trip.ts";
import { actorOfSignOffLink, actorOfWithdrawalLink, systemActor } from "#domain/actor/queries.ts";
import { replace } from "#domain/replacement/commands.ts";
import { signOffToken, withdrawalToken } from "#lib/keys.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { giveUpPlace, keepPlace, lapseReplacements, withdraw } from "./commands.ts";

const now = new Date();

async function aSeat() {
  const trip = await anOpenTrip();
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const person = await aPerson();
  const registrationId = await aRegistration({
    tripId: trip.tripId,
    organisationId: municipality,
    confirmedAt: now,
    userId: person.userId,
    email: person.email,
  });
  return {
    organiser: trip.organiser,
    tripId: trip.tripId,
    municipality,
    coordinator,
    person,
    registrationId,
  };
}

async function storedOf(registrationId: string) {
  const [row] = await database()
    .select({ withdrawnAt: registration.withdrawnAt, reason: registration.withdrawalReason })
    .from(registration)
    .where(eq(registration.id, registrationId));
  return row;
}

test("whoever takes somebody else's seat back writes why, organiser and coordinator alike", async () => {
  for (const who of ["organiser", "coordinator"] as const) {
    const { registrationId, ...people } = await aSeat();
    for (const reason of [undefined, "", "  "]) {
      const asked = { registrationId, ...(reason === undefined ? {} : { reason }) };
      expect(await withdraw(people[who], asked, now)).toEqual({
        ok: false,
        reason: "invalid",
        detail: { reason: "reasonMissing" },
      });
    }
    expect(await storedOf(registrationId)).toEqual({ withdrawnAt: null, reason: null });
    const given = { registrationId, reason: " Autobusā nav vietas. " };
    expect(await withdraw(people[who], given, now)).toEqual({ ok: true, promoted: 0 });
    expect(await storedOf(registrationId)).toEqual({
      withdrawnAt: now,
      reason: "Autobusā nav vietas.",
    });
  }
});

test("one's own withdrawal asks for nothing, and a coordinator of another municipality finds nothing", async () => {
  const { person, registrationId } = await aSeat();
  const elsewhere = await anOrganisation("municipality");
  const stranger = await aPerson({ role: "coordinator", organisationId: elsewhere });
  const reason = "Nevar.";
  expect(await withdraw(stranger, { registrationId, reason }, now)).toEqual({
    ok: false,
    reason: "notFound",
  });
  expect(await withdraw(person, { registrationId }, now)).toEqual({ ok: true, promoted: 0 });
  expect(await storedOf(registrationId)).toEqual({ withdrawnAt: now, reason: null });
});

describe("after the deadline a seat is given up", () => {
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
  const afterwards = hours(11 * 24);

  async function anAskedSeat() {
    const seat = await aSeat();
    await database()
      .update(tripSeat)
      .set({ namesFrozenAt: hours(20 * 24) })
      .where(eq(tripSeat.tripId, seat.tripId));
    const given = await giveUpPlace(seat.person, seat, afterwards);
    return { ...seat, given };
  }

  test("the coordinators are asked first, the seat is kept, and in time somebody else has it", async () => {
    const { given, registrationId, coordinator, person } = await anAskedSeat();
    expect(given).toEqual({ ok: true, outcome: "asked", until: hours(11 * 24 + 48) });
    expect(await giveUpPlace(person, { registrationId }, afterwards)).toEqual(given);
    expect((await storedOf(registrationId))?.withdrawnAt).toBeNull();
    expect(await toldOf(registrationId)).toEqual([
      ["replacementAsked", coordinator.email],
      ["withdrawalNoted", person.email],
    ]);
    const next = { ...named, email: `${randomUUID()}@example.lv`, registrationId };
    expect(await replace(coordinator, next, afterwards)).toEqual({ ok: true });
    expect(await lapseReplacements(systemActor, hours(14 * 24))).toBe(0);
    expect((await storedOf(registrationId))?.withdrawnAt).toBeNull();
  });

  test("it goes when nobody is named in time, once however many workers run", async () => {
    const { registrationId } = await anAskedSeat();
    expect(await lapseReplacements(systemActor, hours(11 * 24 + 47))).toBe(0);
    const late = hours(14 * 24);
    const runs = await Promise.all([1, 2, 3].map(() => lapseReplacements(systemActor, late)));
    expect(runs.toSorted()).toEqual([0, 0, 1]);
    expect(await storedOf(registrationId)).toEqual({ withdrawnAt: late, reason: null });
  });

  test("the person comes after all, and a coordinator gives it back without a reason", async () => {
    const first = await anAskedSeat();
    expect(await keepPlace(first.person, first, afterwards)).toEqual({ ok: true });
    expect(await lapseReplacements(systemActor, hours(14 * 24))).toBe(0);
    const second = await anAskedSeat();
    expect(await withdraw(second.coordinator, second, afterwards)).toMatchObject({ ok: true });
    expect(await keepPlace(second.person, second, afterwards)).toEqual({
      ok: false,
      reason: "withdrawn",
    });
  });

  test("nobody is asked before the deadline, once names are frozen, or where there is no coordinator", async () => {
    const early = await aSeat();
    expect(await giveUpPlace(early.person, early, now)).toEqual({ ok: true, outcome: "withdrawn" });
    const frozen = await aSeat();
    await database()
      .update(tripSeat)
      .set({ namesFrozenAt: hours(10 * 24) })
      .where(eq(tripSeat.tripId, frozen.tripId));
    expect(await giveUpPlace(frozen.person, frozen, afterwards)).toEqual({
      ok: true,
      outcome: "withdrawn",
    });
    expect(
      await giveUpPlace(frozen.coordinator, frozen, afterwards),
      "somebody else's place is not found",
    ).toEqual({ ok: false, reason: "notFound" });
  });

  test("the database refuses to ask for somebody else where there is no seat", async () => {
    const { registrationId } = await aSeat();
    const asked = database()
      .update(registration)
      .set({ confirmedAt: null, waitingReason: "full", replacementAskedUntil: afterwards })
      .where(eq(registration.id, registrationId));
    await expect(asked).rejects.toMatchObject({
      cause: { constraint: "registration_replacement_asked_of_seat" },
    });
  });
});

describe("a link of a mail", () => {
  test("acts for the person alone, without a role, and for nobody once another has the place", async () => {
    const { registrationId, person, coordinator } = await aSeat();
    const token = withdrawalToken(registrationId, person.userId);
    expect(await actorOfWithdrawalLink({ registrationId, token })).toMatchObject({
      userId: person.userId,
      memberships: [],
    });
    for (const wrong of ["", "x", `${token}x`, withdrawalToken(registrationId, randomUUID())]) {
      expect(await actorOfWithdrawalLink({ registrationId, token: wrong })).toBeNull();
    }
    expect(await actorOfWithdrawalLink({ registrationId: "x", token })).toBeNull();
    const next = { ...named, email: `${randomUUID()}@example.lv`, registrationId };
    await replace(coordinator, next, now);
    expect(await actorOfWithdrawalLink({ registrationId, token })).toBeNull();
  });

  test("acts for a coordinator of this municipality alone, while they are that", async () => {
    const { registrationId, municipality } = await aSeat();
    const elsewhere = await anOrganisation("municipality");
    const both = await aPerson(
      { role: "coordinator", organisationId: municipality },
      { role: "coordinator", organisationId: elsewhere },
    );
    const token = signOffToken(registrationId, both.userId);
    expect((await actorOfSignOffLink({ registrationId, token }))?.memberships).toEqual([
      { role: "coordinator", organisationId: municipality },
    ]);
    const stranger = await aPerson({ role: "coordinator", organisationId: elsewhere });
    const foreign = signOffToken(registrationId, stranger.userId);
    expect(await actorOfSignOffLink({ registrationId, token: foreign })).toBeNull();
    await database().delete(membership).where(eq(membership.userId, both.userId));
    expect(await actorOfSignOffLink({ registrationId, token })).toBeNull();
  });
});

const named = { givenName: "Līga", familyName: "Zīle", position: "juriste", phone: "20123456" };

const toldOf = async (registrationId: string) =>
  (
    await database()
      .select({ kind: message.kind, recipient: message.recipient })
      .from(message)
      .where(eq(message.registrationId, registrationId))
      .orderBy(asc(message.kind))
  ).map(({ kind, recipient }) => [kind, recipient]);
