import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { need, needConsent } from "#db/schema/need.ts";
import { actorOf } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { aPerson, aRegistration, strangersTo } from "#scripts/checks/factories.ts";
import { aLedTrip, longAfter, onTheWay, published } from "#scripts/checks/led-trip.ts";
import { deliverMarks } from "./commands.ts";
import { rollCall } from "./queries.ts";
import type { DeliveredMark, MarkAnswer } from "./schema.ts";

const { organisationId, organiser, crew, slug, tripId } = await aLedTrip();

const confirmed = () => aRegistration({ tripId, organisationId, confirmedAt: published });

const mark = (registrationId: string, changes: Partial<DeliveredMark> = {}): DeliveredMark => ({
  id: randomUUID(),
  registrationId,
  date: "2026-06-12",
  agendaItemId: null,
  pickupId: null,
  present: true,
  overrules: [],
  reason: null,
  device: "phone",
  deviceNumber: 1,
  deviceAt: onTheWay.toISOString(),
  ...changes,
});

async function deliver(actor: PersonActor, marks: unknown, now = onTheWay): Promise<string[]> {
  const result = await deliverMarks(actor, { slug, marks }, now);
  return result.ok ? result.answers.map(said) : [result.reason];
}

const said = (one: MarkAnswer) => (one.answer === "refused" ? one.reason : one.answer);

const stateOf = async (registrationId: string) =>
  (await attendanceOfDay(organiser, slug, "2026-06-12", onTheWay))?.people.find(
    (person) => person.registrationId === registrationId,
  )?.state;

describe("marks that a phone has gathered", () => {
  it("are kept once, however often, in whatever order and by how many at once they are sent", async () => {
    const people = await Promise.all([confirmed(), confirmed(), confirmed()]);
    const marks = people.map((one, index) => mark(one, { deviceNumber: index + 1 }));
    const sent = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => deliver(crew, turn % 2 ? marks : marks.toReversed())),
    );
    const all = sent.flat();
    expect(all.filter((one) => one === "kept")).toHaveLength(3);
    expect(all.filter((one) => one === "known")).toHaveLength(15);
    for (const one of people) {
      expect(await database().$count(attendance, eq(attendance.registrationId, one))).toBe(1);
      expect(await database().$count(auditEntry, eq(auditEntry.subjectId, one))).toBe(1);
    }
    expect(await deliver(crew, [marks[0], marks[0]])).toEqual(["known", "known"]);
  });

  it("are each answered, and a broken one keeps no other from arriving", async () => {
    const anna = await confirmed();
    const waiting = await aRegistration({ tripId, organisationId });
    const good = mark(anna);
    expect(
      await deliver(crew, [
        { id: "1" },
        "nothing",
        mark(anna, { reason: "Ir\0" }),
        mark(anna, { device: "pho\0ne" }),
        mark(waiting),
        mark(randomUUID()),
        mark(anna, { date: "2026-06-20" }),
        mark(anna, { agendaItemId: randomUUID() }),
        good,
        { ...good, present: false },
      ]),
    ).toEqual([
      ...Array.from({ length: 4 }, () => "invalid"),
      "notConfirmed",
      "notFound",
      "notFound",
      "notFound",
      "kept",
      "idTaken",
    ]);
  });

  it("contradict each other where the phones did not know, until one who saw both decides", async () => {
    const anna = await confirmed();
    const mine = mark(anna);
    const theirs = mark(anna, { present: false, device: "other" });
    await deliver(organiser, [mine]);
    await deliver(crew, [theirs]);
    expect(await stateOf(anna)).toBe("contradicted");
    const list = await rollCall(crew, slug, onTheWay);
    expect(
      list?.marks
        .filter(({ registrationId }) => registrationId === anna)
        .map(({ by, present, recordedBy }) => ({ by, present, recordedBy })),
    ).toEqual([
      { by: organiser.email, present: true, recordedBy: organiser.userId },
      { by: crew.email, present: false, recordedBy: crew.userId },
    ]);
    const decision = mark(anna, { overrules: [mine.id, theirs.id], reason: "Redzēju pati" });
    expect(await deliver(organiser, [decision])).toEqual(["kept"]);
    expect(await stateOf(anna)).toBe("present");
    // On the page of the server, the list was the server's.
    const day = { id: randomUUID(), tripId, registrationId: anna, date: "2026-06-12" };
    const onPage = { ...day, present: false, device: "browser", deviceAt: onTheWay };
    await recordAttendance(organiser, onPage, onTheWay);
    expect(await stateOf(anna)).toBe("absent");
  });

  it("do not win by a clock that is wrong", async () => {
    const anna = await confirmed();
    const tomorrow = new Date(onTheWay.getTime() + 20 * 3_600_000).toISOString();
    const first = mark(anna, { deviceAt: tomorrow });
    const second = mark(anna, { present: false, device: "other", overrules: [first.id] });
    await deliver(crew, [second]);
    await deliver(organiser, [first]);
    expect(await stateOf(anna)).toBe("absent");
  });

  it("are at most 500, and a list", async () => {
    const many = Array.from({ length: 501 }, () => ({}));
    expect(await deliver(crew, many)).toEqual(["invalid"]);
    expect(await deliver(crew, {})).toEqual(["invalid"]);
    expect(await deliver(crew, [])).toEqual([]);
  });

  it("of a leader whose role has ended arrive if recorded before, as such, and nothing after", async () => {
    const anna = await confirmed();
    const leader = await aPerson({ role: "crew", organisationId });
    await database().execute(sql`
      update membership set created_at = ${published} where user_id = ${leader.userId}`);
    await database().execute(sql`delete from membership where user_id = ${leader.userId}`);
    await database().execute(sql`
      update ended_membership set ended_at = ${onTheWay} where user_id = ${leader.userId}`);
    const revoked = (await actorOf(leader.userId)) as PersonActor;
    const before = new Date(onTheWay.getTime() - 1).toISOString();
    const early = mark(anna, { deviceAt: before });
    expect(await deliver(revoked, [early, mark(anna, { deviceNumber: 2 })])).toEqual([
      "kept",
      "revoked",
    ]);
    expect(await deliver(revoked, [early])).toEqual(["known"]);
    expect(await rollCall(revoked, slug, onTheWay)).toBeNull();
    const list = await rollCall(organiser, slug, onTheWay);
    const shown = list?.marks.filter(({ registrationId }) => registrationId === anna);
    expect(shown?.map(({ id, revoked: flag }) => [id, flag])).toEqual([[early.id, true]]);
  });

  it("find nothing of strangers", async () => {
    const anna = await confirmed();
    for (const stranger of await strangersTo(organisationId)) {
      const result = await deliverMarks(stranger, { slug, marks: [mark(anna)] }, longAfter);
      const led = stranger.kind === "person" && stranger.memberships[0]?.role === "crew";
      expect(result.ok ? result.answers.map(said) : result.reason).toEqual(
        led ? ["notRunning"] : "notFound",
      );
      expect(await rollCall(stranger, slug, longAfter)).toBeNull();
    }
    expect(await database().$count(attendance, eq(attendance.registrationId, anna))).toBe(0);
  });
});

describe("what a phone takes along", () => {
  it("is names, telephones while the trip runs, and access needs alone", async () => {
    const anna = await confirmed();
    const [consent] = await database()
      .insert(needConsent)
      .values({ registrationId: anna, givenBy: organiser.userId, wording: "Piekrītu." })
      .returning({ id: needConsent.id });
    const needs = { diet: "vegan", allergy: "rieksti", access: "ratiņkrēsls" } as const;
    const consentId = consent?.id ?? "";
    await database()
      .insert(need)
      .values({ registrationId: anna, consentId, ...needs });
    const person = async (at: Date) =>
      (await rollCall(organiser, slug, at))?.people.find((one) => one.registrationId === anna);
    const taken = await person(onTheWay);
    expect(taken).toMatchObject({
      familyName: "Bērziņa",
      phone: "20 123 456",
      access: "ratiņkrēsls",
    });
    expect(JSON.stringify(taken)).not.toContain("rieksti");
    expect((await person(longAfter))?.phone).toBeNull();
  });
});
