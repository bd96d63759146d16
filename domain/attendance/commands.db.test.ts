import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { cancelTrip, publishTrip } from "#domain/trip-state/commands.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { aLedTrip, longAfter, onTheWay, published } from "#scripts/checks/led-trip.ts";
import { recordAttendance } from "./commands.ts";
import { attendanceDays, attendanceOfDay, tripsLed } from "./queries.ts";
import type { AttendanceMark } from "./schema.ts";

const { organisationId, organiser, crew, slug, tripId } = await aLedTrip();

const confirmed = (changes: Partial<typeof registration.$inferInsert> = {}) =>
  aRegistration({ tripId, organisationId, confirmedAt: published, ...changes });

const mark = (registrationId: string, changes: Partial<AttendanceMark> = {}): AttendanceMark => ({
  id: randomUUID(),
  tripId,
  registrationId,
  date: "2026-06-12",
  present: true,
  device: "phone",
  deviceAt: onTheWay,
  ...changes,
});

const stateOn = async (registrationId: string) => {
  const day = await attendanceOfDay(organiser, slug, "2026-06-12", onTheWay);
  return day?.people.find((person) => person.registrationId === registrationId)?.state;
};

describe("marking who came", () => {
  it("is only ever adding, and the mark that arrives last counts", async () => {
    const anna = await confirmed();
    expect(await stateOn(anna)).toBe("unmarked");
    await recordAttendance(organiser, mark(anna), onTheWay);
    expect(await stateOn(anna)).toBe("present");
    // A device whose clock runs behind does not lose to the one that marked earlier.
    const behind = new Date(onTheWay.getTime() - 3_600_000);
    await recordAttendance(crew, mark(anna, { present: false, deviceAt: behind }), onTheWay);
    expect(await stateOn(anna)).toBe("absent");
    expect(await database().$count(attendance, eq(attendance.registrationId, anna))).toBe(2);
    const entries = await database()
      .select({ actorId: auditEntry.actorId, present: sql`details->'present'` })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, anna))
      .orderBy(auditEntry.id);
    expect(entries).toEqual([
      { actorId: organiser.userId, present: true },
      { actorId: crew.userId, present: false },
    ]);
  });

  it("changes nothing when the same mark is sent again, also much later and ten times at once", async () => {
    const anna = await confirmed();
    const same = mark(anna);
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => recordAttendance(organiser, same, onTheWay)),
    );
    expect(sent.filter((answer) => answer.ok && answer.recorded)).toHaveLength(1);
    expect(sent.filter((answer) => answer.ok && !answer.recorded)).toHaveLength(9);
    await recordAttendance(organiser, mark(anna, { present: false }), onTheWay);
    expect(await recordAttendance(organiser, same, longAfter)).toEqual({
      ok: true,
      recorded: false,
    });
    expect(await stateOn(anna)).toBe("absent");
  });

  it("refuses an id that already stands for something else", async () => {
    const anna = await confirmed();
    const first = mark(anna);
    await recordAttendance(organiser, first, onTheWay);
    const refused = { ok: false, reason: "idTaken" };
    expect(await recordAttendance(organiser, { ...first, present: false }, onTheWay)).toEqual(
      refused,
    );
    const other = mark(await confirmed(), { id: first.id });
    expect(await recordAttendance(organiser, other, onTheWay)).toEqual(refused);
  });

  it("refuses somebody who waits, and somebody who withdrew unmarked", async () => {
    const waiting = await confirmed({ confirmedAt: null });
    const gone = await confirmed({ withdrawnAt: published });
    expect(await recordAttendance(organiser, mark(waiting), onTheWay)).toEqual({
      ok: false,
      reason: "notConfirmed",
    });
    expect(await recordAttendance(organiser, mark(gone), onTheWay)).toEqual({
      ok: false,
      reason: "withdrawn",
    });
  });

  it("lets the marks of somebody who left the trip midway be mended", async () => {
    const anna = await confirmed();
    await recordAttendance(organiser, mark(anna), onTheWay);
    await database()
      .update(registration)
      .set({ withdrawnAt: onTheWay })
      .where(eq(registration.id, anna));
    const mended = await recordAttendance(organiser, mark(anna, { present: false }), onTheWay);
    expect(mended).toEqual({ ok: true, recorded: true });
  });

  it("refuses what is no mark", async () => {
    const broken = mark(await confirmed(), { id: "1", device: " ", date: "yesterday" });
    expect(await recordAttendance(organiser, broken, onTheWay)).toMatchObject({
      ok: false,
      reason: "invalid",
    });
  });

  it("finds nobody on a day that is none of the trip's, or on somebody else's trip", async () => {
    const anna = await confirmed();
    const notFound = { ok: false, reason: "notFound" };
    const otherDay = mark(anna, { date: "2026-06-14" });
    expect(await recordAttendance(organiser, otherDay, onTheWay)).toEqual(notFound);
    expect(await recordAttendance(crew, mark(anna), longAfter)).toEqual(notFound);
    for (const stranger of await strangersTo(organisationId)) {
      if (stranger.kind === "person" && stranger.memberships[0]?.role === "crew") continue;
      expect(await recordAttendance(stranger, mark(anna), onTheWay)).toEqual(notFound);
    }
  });

  it("ends when the trip is cancelled", async () => {
    const facts = tripFacts({ organisationId, placeId: await aPlace() });
    const other = await aTrip(organiser, facts);
    const anna = await confirmed({ tripId: other.tripId });
    const now = mark(anna, { tripId: other.tripId });
    expect(await recordAttendance(organiser, now, onTheWay)).toEqual({
      ok: false,
      reason: "draft",
    });
    await cancelTrip(organiser, { tripId: other.tripId, reason: { lv: "Slimība" } }, onTheWay);
    expect(await recordAttendance(organiser, now, onTheWay)).toEqual({
      ok: false,
      reason: "cancelled",
    });
  });
});

describe("the list of a day", () => {
  it("is in the order of the Latvian alphabet, with phones while the trip runs", async () => {
    const facts = tripFacts({ organisationId, placeId: await aPlace() });
    const other = await aTrip(organiser, facts);
    await publishTrip(organiser, other, published);
    for (const familyName of ["Žagars", "Ābols", "Cīrule", "Čakša", "Abols"]) {
      await confirmed({ tripId: other.tripId, familyName });
    }
    const list = await attendanceOfDay(crew, other.slug, "2026-06-13", onTheWay);
    expect(list?.people.map(({ familyName }) => familyName)).toEqual([
      "Abols",
      "Ābols",
      "Cīrule",
      "Čakša",
      "Žagars",
    ]);
    expect(list?.people[0]?.phone).toBe("20 123 456");
    const later = await attendanceOfDay(organiser, other.slug, "2026-06-13", longAfter);
    expect(later?.people[0]?.phone).toBeNull();
    const days = await attendanceDays(organiser, other.slug, longAfter);
    expect(days?.days).toEqual([
      { date: "2026-06-12", locked: false, all: 5, present: 0, absent: 0, walkIns: 0, parts: [] },
      { date: "2026-06-13", locked: false, all: 5, present: 0, absent: 0, walkIns: 0, parts: [] },
    ]);
  });

  it("is recorded as read", async () => {
    const reader = await aPerson({ role: "organiser", organisationId });
    await attendanceOfDay(reader, slug, "2026-06-12", onTheWay);
    const read = eq(auditEntry.actorId, reader.userId);
    expect(await database().$count(auditEntry, read)).toBe(1);
  });

  it("leads crew and organisers to the trip while it runs, and nobody else", async () => {
    const led = async (actor: Actor, at: Date) =>
      (await tripsLed(actor, at)).map((one) => one.slug);
    expect(await led(crew, onTheWay)).toContain(slug);
    expect(await led(organiser, onTheWay)).toContain(slug);
    expect(await led(crew, published)).toEqual([]);
    expect(await led(crew, longAfter)).toEqual([]);
    for (const stranger of await strangersTo(await anOrganisation())) {
      expect(await led(stranger, onTheWay)).toEqual([]);
    }
  });

  it("is not there for strangers, for crew when the trip is long over, and on other days", async () => {
    for (const stranger of await strangersTo(organisationId)) {
      expect(await attendanceOfDay(stranger, slug, "2026-06-12", longAfter)).toBeNull();
      expect(await attendanceDays(stranger, slug, longAfter)).toBeNull();
    }
    expect(await attendanceOfDay(organiser, slug, "2026-06-14", onTheWay)).toBeNull();
  });
});
