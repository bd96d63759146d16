import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { roomWish } from "#db/schema/lodging.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { replacement } from "#db/schema/replacement.ts";
import { tripSeat } from "#db/schema/trip.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { verify } from "#domain/invariant/queries.ts";
import { recount } from "#domain/line/commands.ts";
import { proposeReplacement } from "#domain/proposal/commands.ts";
import { rulings } from "#domain/ruling/queries.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { aPerson, strangersTo } from "#scripts/checks/factories.ts";
import { aHeldPlace, newcomer, placeNow, toldOf } from "#scripts/checks/held-place.ts";
import { replace } from "./commands.ts";

const now = new Date();

let held: Awaited<ReturnType<typeof aHeldPlace>>;
let trip: typeof held.trip;
let municipality: string;
let coordinator: PersonActor;
let person: PersonActor;
let registrationId: string;
let registered: typeof held.registered;

beforeEach(async () => {
  held = await aHeldPlace(now);
  ({ trip, municipality, coordinator, person, registrationId, registered } = held);
});

const someone = (email?: string) => ({ ...newcomer(email), registrationId });
const stored = () => placeNow(registrationId);
const told = (kind: Parameters<typeof toldOf>[1]) => toldOf(registrationId, kind);

describe("somebody else takes a place", () => {
  test("seat and place in line stay, the old one's wish does not, both are told and the history says who it was", async () => {
    await database().insert(roomWish).values({ registrationId, kind: "single", mate: "Ilze" });
    const before = await stored();
    const next = someone();
    expect(await replace(coordinator, next, now)).toEqual({ ok: true });
    const after = await stored();
    expect(after).toMatchObject({
      givenName: "Līga",
      email: next.email,
      enteredBy: coordinator.userId,
    });
    expect({ line: after?.line, confirmedAt: after?.confirmedAt }).toEqual({
      line: before?.line,
      confirmedAt: before?.confirmedAt,
    });
    expect(await database().$count(roomWish, eq(roomWish.registrationId, registrationId))).toBe(0);
    expect(await told("replaced")).toEqual([person.email]);
    expect(await told("entered")).toEqual([next.email]);
    const kept = await database()
      .select({ former: replacement.formerName, successor: replacement.successorName })
      .from(replacement)
      .where(eq(replacement.registrationId, registrationId));
    expect(kept).toEqual([{ former: "Anna Bērziņa", successor: "Līga Zīle" }]);
    expect((await verify()).broken).toEqual([]);
  });

  test("nobody else than coordinator and organiser can, and the former person can do nothing more", async () => {
    for (const stranger of [...(await strangersTo(trip.organisationId)), person]) {
      expect(await replace(stranger as Actor, someone(), now)).toEqual({
        ok: false,
        reason: "notFound",
      });
    }
    for (const reason of [undefined, " "]) {
      const unasked = { ...someone(), ...(reason === undefined ? {} : { reason }) };
      expect(await replace(trip.organiser, unasked, now)).toEqual({
        ok: false,
        reason: "invalid",
        detail: { reason: "reasonMissing" },
      });
    }
    const because = { ...someone(), reason: "Pašvaldība lūdza pa tālruni." };
    expect(await replace(trip.organiser, because, now)).toEqual({ ok: true });
    const read = await rulings(coordinator, municipality);
    expect(read?.rulings.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["replaced", because.reason],
    ]);
    const reason = "notFound";
    expect(await withdraw(person, { registrationId }, now)).toEqual({ ok: false, reason });
    expect(await proposeReplacement(person, someone(), now)).toEqual({ ok: false, reason });
  });

  test("refused: the same person, somebody on the trip, a form with gaps, after the names are frozen, a place given back", async () => {
    const refused = async (input: Parameters<typeof replace>[1], at = now) => {
      const outcome = await replace(coordinator, input, at);
      return outcome.ok ? "replaced" : outcome.reason;
    };
    const other = await aPerson();
    await registered(other);
    expect(await refused(someone(person.email.toUpperCase()))).toBe("samePerson");
    expect(await refused(someone(other.email))).toBe("alreadyRegistered");
    expect(await replace(coordinator, { ...someone(), email: "anna", phone: "1" }, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { email: "emailInvalid", phone: "phoneInvalid" },
    });
    const [frozen] = await database()
      .select({ at: tripSeat.namesFrozenAt })
      .from(tripSeat)
      .where(eq(tripSeat.tripId, trip.tripId));
    const unknown = `${randomUUID()}@example.lv`;
    expect(await refused(someone(unknown), frozen?.at)).toBe("frozen");
    await withdraw(person, { registrationId }, now);
    expect(await refused(someone(unknown))).toBe("withdrawn");
    expect(await database().$count(user, eq(user.email, unknown))).toBe(0);
  });

  test("undone, it is told again", async () => {
    const first = someone();
    const again = { ...someone(person.email), givenName: "Anna" };
    for (const next of [first, again, first]) {
      expect(await replace(coordinator, next, now)).toEqual({ ok: true });
    }
    expect((await told("entered")).toSorted()).toEqual(
      [first.email, first.email, person.email].toSorted(),
    );
  });

  test("a place whose sign-off ran out gets the free seat with somebody who is named", async () => {
    await database()
      .update(registration)
      .set({ confirmedAt: null, signOffLapsedAt: now, waitingReason: "signOff" })
      .where(eq(registration.id, registrationId));
    await database().transaction((tx) => recount(tx, trip.tripId));
    expect(await replace(coordinator, someone(), now)).toEqual({ ok: true });
    expect((await stored())?.confirmedAt).toEqual(now);
    expect((await verify()).broken).toEqual([]);
  });

  test("one of two at once gets the place of each, and nobody stands twice on the trip", async () => {
    const next = await aPerson();
    const otherId = await registered(await aPerson());
    const both = [registrationId, otherId].map((id) =>
      replace(coordinator, { ...someone(next.email), registrationId: id }, now),
    );
    const outcomes = await Promise.all(
      [...both, registered(next).then(() => ({ ok: true }))].map((one) =>
        one.catch((error: Error) => error.message),
      ),
    );
    const active = and(eq(registration.tripId, trip.tripId), eq(registration.userId, next.userId));
    expect(await database().$count(registration, active)).toBe(1);
    expect(outcomes.filter((one) => typeof one === "string")).toEqual([]);
    expect((await verify()).broken).toEqual([]);
  });
});
