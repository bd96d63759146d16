import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation } from "#db/schema/organisation.ts";
import { tripSeat } from "#db/schema/trip.ts";
import { walkIn } from "#db/schema/walk-in.ts";
import { actorOf } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { lockDay } from "#domain/day-lock/commands.ts";
import { rollCall } from "#domain/roll-call/queries.ts";
import type { MarkAnswer } from "#domain/roll-call/schema.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { walkInsOfDay } from "#domain/walk-in/queries.ts";
import type { DeliveredRemoval, DeliveredWalkIn } from "#domain/walk-in/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { peopleIn, walkInHistories, walkThrough } from "#scripts/checks/walk-in-histories.ts";
import { deliverWalkIns } from "./commands.ts";

const published = momentInRiga("2026-05-10", "12:00");
const onTheWay = momentInRiga("2026-06-12", "10:00");
const longAfter = momentInRiga("2026-07-12", "10:00");

let organisationId: string;
let municipalityId: string;
let organiser: PersonActor;
let crew: PersonActor;
let slug: string;
let tripId: string;

beforeAll(async () => {
  organisationId = await anOrganisation();
  municipalityId = await anOrganisation("municipality");
  organiser = await aPerson({ role: "organiser", organisationId });
  crew = await aPerson({ role: "crew", organisationId });
  ({ slug, tripId } = await anotherTrip());
});

async function anotherTrip(): Promise<{ slug: string; tripId: string }> {
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  const made = await aTrip(organiser, facts);
  await publishTrip(organiser, { tripId: made.tripId }, published);
  return made;
}

const hand = { date: "2026-06-12", device: "phone", deviceAt: onTheWay.toISOString() };

const added = (changes: Partial<DeliveredWalkIn> = {}): DeliveredWalkIn => ({
  kind: "added",
  id: randomUUID(),
  ...hand,
  givenName: "Jānis",
  familyName: "Kalns",
  organisationId: null,
  institution: "Kalnu skola",
  ...changes,
});

const removed = (walkInId: string, changes: Partial<DeliveredRemoval> = {}): DeliveredRemoval => ({
  kind: "removed",
  id: randomUUID(),
  ...hand,
  walkInId,
  reason: "Ir sarakstā.",
  ...changes,
});

async function deliver(actor: PersonActor, entries: unknown, now = onTheWay): Promise<string[]> {
  const result = await deliverWalkIns(actor, { slug, entries }, now);
  return result.ok ? result.answers.map(said) : [result.reason];
}

const said = (one: MarkAnswer) => (one.answer === "refused" ? one.reason : one.answer);

const here = async () =>
  (await walkInsOfDay(organiser, slug, hand.date, onTheWay))?.people.map(({ id }) => id) ?? [];

describe("walk-ins that a phone has gathered", () => {
  it("are kept once, however often and at once they are sent, with or without their removal", async () => {
    const [stays, goes] = [added(), added()];
    const removal = removed(goes.id);
    const entries = [removal, stays, goes];
    const sent = await Promise.all(
      Array.from({ length: 6 }, (_, turn) =>
        deliver(crew, turn % 2 ? entries : entries.toReversed()),
      ),
    );
    const all = sent.flat();
    expect(all.filter((one) => one === "kept")).toHaveLength(3);
    expect(all.filter((one) => one === "known")).toHaveLength(15);
    expect(await here()).toContain(stays.id);
    expect(await here()).not.toContain(goes.id);
    expect(await database().$count(auditEntry, eq(auditEntry.subjectId, goes.id))).toBe(2);
  });

  it("are each answered, and a broken one keeps no other from arriving", async () => {
    const good = added({ organisationId: municipalityId, institution: null });
    const host = await anOrganisation("host");
    expect(
      await deliver(crew, [
        { id: "1" },
        "nothing",
        added({ givenName: " " }),
        added({ institution: null }),
        added({ organisationId: municipalityId }),
        added({ organisationId: randomUUID(), institution: null }),
        added({ organisationId: host, institution: null }),
        removed(good.id, { reason: " " }),
        added({ givenName: "Jā\0nis" }),
        removed(good.id, { reason: "Ir\0" }),
        added({ date: "2026-06-20" }),
        good,
        { ...good, familyName: "Zīle" },
        { ...good },
        removed(good.id, { id: good.id }),
      ]),
    ).toEqual([
      ...Array.from({ length: 10 }, () => "invalid"),
      "notFound",
      "kept",
      "idTaken",
      "known",
      "idTaken",
    ]);
    const [found] = await database()
      .select({ name: organisation.name })
      .from(organisation)
      .where(eq(organisation.id, municipalityId));
    const list = await rollCall(crew, slug, onTheWay);
    expect(list?.walkIns.here.find(({ id }) => id === good.id)).toMatchObject({
      from: found?.name,
      by: crew.email,
      revoked: false,
    });
    expect(list?.walkIns.municipalities).toContainEqual({ id: municipalityId, name: found?.name });
  });

  it("are at most 500, and a list", async () => {
    const many = Array.from({ length: 501 }, () => ({}));
    expect(await deliver(crew, many)).toEqual(["invalid"]);
    expect(await deliver(crew, {})).toEqual(["invalid"]);
    expect(await deliver(crew, [])).toEqual([]);
  });

  it("take no seat", async () => {
    const taken = () =>
      database()
        .select({ taken: tripSeat.taken })
        .from(tripSeat)
        .where(eq(tripSeat.tripId, tripId));
    const before = await taken();
    expect(await deliver(crew, [added({ familyName: "Vieta" })])).toEqual(["kept"]);
    expect(await taken()).toEqual(before);
  });

  it("of a leader whose role has ended arrive if recorded before, as such, and nothing after", async () => {
    const leader = await aPerson({ role: "crew", organisationId });
    await database().execute(sql`
      update membership set created_at = ${published} where user_id = ${leader.userId}`);
    await database().execute(sql`delete from membership where user_id = ${leader.userId}`);
    await database().execute(sql`
      update ended_membership set ended_at = ${onTheWay} where user_id = ${leader.userId}`);
    const revoked = (await actorOf(leader.userId)) as PersonActor;
    const before = new Date(onTheWay.getTime() - 1).toISOString();
    const early = added({ familyName: "Agrais", deviceAt: before });
    expect(await deliver(revoked, [early, added(), removed(early.id)])).toEqual([
      "kept",
      "revoked",
      "revoked",
    ]);
    const shown = (await walkInsOfDay(organiser, slug, hand.date, onTheWay))?.people;
    expect(shown?.find(({ id }) => id === early.id)?.revoked).toBe(true);
  });

  it("find nothing of strangers", async () => {
    const one = added();
    for (const stranger of await strangersTo(organisationId)) {
      const result = await deliverWalkIns(stranger, { slug, entries: [one] }, longAfter);
      const led = stranger.kind === "person" && stranger.memberships[0]?.role === "crew";
      expect(result.ok ? result.answers.map(said) : result.reason).toEqual(
        led ? ["notRunning"] : "notFound",
      );
    }
    expect(await database().$count(walkIn, eq(walkIn.id, one.id))).toBe(0);
  });

  it("of another trip keep their id, and are told no more of than that", async () => {
    const one = added();
    const other = await anotherTrip();
    await deliverWalkIns(crew, { slug: other.slug, entries: [one] }, onTheWay);
    expect(await deliver(crew, [one])).toEqual(["idTaken"]);
    // A removal on another trip's day removes nothing there.
    expect(await deliver(crew, [removed(one.id)])).toEqual(["kept"]);
    const there = await walkInsOfDay(organiser, other.slug, hand.date, onTheWay);
    expect(there?.people.map(({ id }) => id)).toEqual([one.id]);
  });

  it("are refused once the day is locked", async () => {
    const other = await anotherTrip();
    const first = added();
    const entries = [added(), removed(first.id)];
    await deliverWalkIns(crew, { slug: other.slug, entries: [first] }, onTheWay);
    const day = { tripId: other.tripId, date: hand.date };
    expect(await lockDay(organiser, day, onTheWay)).toEqual({ ok: true, locked: true });
    const late = await deliverWalkIns(crew, { slug: other.slug, entries }, onTheWay);
    expect(late.ok && late.answers.map(said)).toEqual(["dayLocked", "dayLocked"]);
    const again = await deliverWalkIns(crew, { slug: other.slug, entries: [first] }, onTheWay);
    expect(again.ok && again.answers.map(said)).toEqual(["known"]);
  });
});

it("from two phones end with the same people, in any order, with losses and duplicates", async () => {
  const hands = [organiser, crew];
  await fc.assert(
    fc.asyncProperty(walkInHistories, fc.nat(), async ({ steps }, seed) => {
      const { phones, deliveries } = walkThrough(steps);
      const all = phones.flatMap(({ own }) => own);
      // Ids of its own keep each history apart from all others.
      const renamed = new Map(all.map(({ id }) => [id, randomUUID()]));
      const idOf = (id: string) => renamed.get(id) ?? "";
      const entryOf = (one: ReturnType<typeof walkThrough>["phones"][0]["own"][0]) =>
        one.kind === "added"
          ? added({ id: idOf(one.id) })
          : removed(idOf(one.walkInId), { id: idOf(one.id) });
      const others = new Set(await here());
      for (const { phone, entries } of deliveries) {
        await deliver(hands[phone] as PersonActor, entries.map(entryOf));
      }
      // At last each phone gets through, the one or the other first.
      const last = seed % 2 ? [1, 0] : [0, 1];
      for (const index of last) {
        const own = phones[index]?.own ?? [];
        await deliver(hands[index] as PersonActor, own.map(entryOf));
      }
      const end = (await here()).filter((id) => !others.has(id));
      expect(new Set(end)).toEqual(new Set(peopleIn(all).map(idOf)));
    }),
    { numRuns: 60 },
  );
}, 120_000);
