import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { roomWish } from "#db/schema/lodging.ts";
import { user } from "#db/schema/person.ts";
import { message, registration } from "#db/schema/registration.ts";
import { replacement } from "#db/schema/replacement.ts";
import { tripSeat } from "#db/schema/trip.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { verify } from "#domain/invariant/queries.ts";
import { recount } from "#domain/line/commands.ts";
import {
  acceptProposal,
  declineProposal,
  proposeReplacement,
  withdrawProposal,
} from "#domain/proposal/commands.ts";
import { replacementCase } from "#domain/proposal/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { anOrganisation, aPerson, strangersTo } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { replace } from "./commands.ts";

const now = new Date();
const words = { givenName: "Līga", familyName: "Zīle", position: "juriste", phone: "20123456" };

let trip: OpenTrip;
let municipality: string;
let coordinator: PersonActor;
let person: PersonActor;
let registrationId: string;

beforeEach(async () => {
  trip = await anOpenTrip({ capacity: 2 });
  municipality = await anOrganisation("municipality");
  coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  person = await aPerson();
  registrationId = await registered(person);
});

async function registered(actor: PersonActor): Promise<string> {
  const answers = { givenName: "Anna", familyName: "Bērziņa", phone: "20123456", institution: "" };
  const wish = { ...answers, organisation: municipality, position: "juriste" };
  const made = await register(actor, { ...wish, tripSlug: trip.slug, locale: "lv" }, now);
  if (!made.ok) throw new Error(made.reason);
  return made.registrationId;
}

const someone = (email = `${randomUUID()}@example.lv`) => ({ ...words, email, registrationId });

async function stored() {
  const [row] = await database()
    .select({
      givenName: registration.givenName,
      email: registration.email,
      userId: registration.userId,
      line: registration.line,
      confirmedAt: registration.confirmedAt,
      enteredBy: registration.enteredBy,
    })
    .from(registration)
    .where(eq(registration.id, registrationId));
  return row;
}

const told = async (kind: "replaced" | "entered" | "replacementProposed" | "replacementDeclined") =>
  (
    await database()
      .select({ recipient: message.recipient })
      .from(message)
      .where(and(eq(message.registrationId, registrationId), eq(message.kind, kind)))
  ).map(({ recipient }) => recipient);

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
    expect(await replace(trip.organiser, someone(), now)).toEqual({ ok: true });
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
    const again = { ...words, givenName: "Anna", email: person.email, registrationId };
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

describe("the person proposes somebody else", () => {
  const proposed = async () => {
    const next = someone();
    expect(await proposeReplacement(person, next, now)).toEqual({ ok: true });
    const proposal = (await replacementCase(coordinator, registrationId, now))?.proposal;
    return { next, reference: { registrationId, proposalId: proposal?.id ?? "" } };
  };

  test("the coordinators hear of it, and the place changes with their yes", async () => {
    const { next, reference } = await proposed();
    expect(await told("replacementProposed")).toEqual([coordinator.email]);
    expect((await stored())?.email).toBe(person.email);
    expect(await acceptProposal(coordinator, reference, now)).toEqual({ ok: true });
    expect((await stored())?.email).toBe(next.email);
    expect(await acceptProposal(coordinator, reference, now)).toEqual({
      ok: false,
      reason: "gone",
    });
  });

  test("where a municipality has no coordinator the organiser hears of it", async () => {
    municipality = await anOrganisation("municipality");
    registrationId = await registered(await aPerson().then((one) => (person = one)));
    await proposed();
    expect(await told("replacementProposed")).toEqual([trip.organiser.email]);
  });

  test("a no is told to the person, who stays registered", async () => {
    const { reference } = await proposed();
    expect(await declineProposal(trip.organiser, reference, now)).toEqual({ ok: true });
    expect(await told("replacementDeclined")).toEqual([person.email]);
    expect(await declineProposal(coordinator, reference, now)).toEqual({ ok: true });
    expect((await told("replacementDeclined")).length).toBe(1);
    expect((await stored())?.email).toBe(person.email);
  });

  test("taken back it is gone, proposed anew the first can no longer be accepted", async () => {
    const first = await proposed();
    const second = await proposed();
    expect(await acceptProposal(coordinator, first.reference, now)).toEqual({
      ok: false,
      reason: "gone",
    });
    expect(await withdrawProposal(person, { registrationId }, now)).toEqual({ ok: true });
    expect(await acceptProposal(coordinator, second.reference, now)).toEqual({
      ok: false,
      reason: "gone",
    });
    expect((await replacementCase(person, registrationId, now))?.proposal).toBeNull();
  });

  test("strangers neither see it nor answer it", async () => {
    const { reference } = await proposed();
    for (const stranger of await strangersTo(trip.organisationId)) {
      const reason = "notFound";
      expect(await acceptProposal(stranger, reference, now)).toEqual({ ok: false, reason });
      expect(await declineProposal(stranger, reference, now)).toEqual({ ok: false, reason });
      expect(await withdrawProposal(stranger, { registrationId }, now)).toEqual({
        ok: false,
        reason,
      });
      expect(await replacementCase(stranger, registrationId, now)).toBeNull();
    }
  });
});
