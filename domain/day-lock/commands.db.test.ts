import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { dayLock } from "#db/schema/sheet.ts";
import { tripDay } from "#db/schema/trip.ts";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { correctAttendance } from "#domain/correction/commands.ts";
import { marksOfPerson } from "#domain/correction/queries.ts";
import { noShowsOfTrip } from "#domain/no-show/queries.ts";
import { addSheet } from "#domain/sheet/commands.ts";
import { sheetOfDay } from "#domain/sheet/queries.ts";
import { compareSheet } from "#domain/signature/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { strangersTo } from "#scripts/checks/factories.ts";
import { aSheet } from "#scripts/checks/sheets.ts";
import { lockDay, reopenDay } from "./commands.ts";

const later = momentInRiga("2026-06-14", "09:00");
const evenLater = momentInRiga("2026-06-14", "10:00");

let trip: DayOfTrip;

beforeEach(async () => {
  trip = await aDayOfTrip();
});

const read = (registrationId: string, signed: boolean, decision = "none", words = "") => ({
  registrationId,
  signed,
  decision: decision as "none" | "explain" | "correct",
  words,
});

const compare = (...people: ReturnType<typeof read>[]) =>
  compareSheet(trip.organiser, { ...trip.day, people }, trip.evening);

const lock = (now = trip.evening) => lockDay(trip.organiser, trip.day, now);

const stateOn = async (registrationId: string) => {
  const day = await attendanceOfDay(trip.organiser, trip.slug, trip.day.date, trip.evening);
  return day?.people.find((one) => one.registrationId === registrationId)?.state;
};

describe("a day is reconciled", () => {
  it("by what was read on the sheet, an explanation and a correcting mark, and then locked", async () => {
    const [anna, ilze, janis] = [
      await trip.somebody(),
      await trip.somebody("Ozola"),
      await trip.somebody("Zīle"),
    ];
    await trip.mark(anna);
    await trip.mark(ilze);
    await trip.mark(janis, false);
    await aSheet(trip.organiser, trip.day);
    expect(await lock()).toEqual({ ok: false, reason: "notCompared", detail: { people: 3 } });
    expect(await compare(read(anna, false), read(ilze, true), read(janis, true))).toEqual({
      ok: true,
      changed: 3,
    });
    expect(await lock()).toEqual({ ok: false, reason: "differences", detail: { people: 2 } });
    expect(await compare(read(anna, false, "explain"))).toEqual({
      ok: false,
      reason: "invalid",
      detail: { [`words.${anna}`]: "wordsMissing" },
    });
    const decided = await compare(
      read(anna, false, "explain", "Aizmirsa parakstīties, redzēta visu dienu."),
      read(ilze, true),
      read(janis, true, "correct", "Pievienojās Jelgavā."),
    );
    expect(decided).toEqual({ ok: true, changed: 2 });
    expect(await stateOn(janis)).toBe("present");
    expect(await database().$count(attendance, eq(attendance.registrationId, janis))).toBe(2);
    expect(await lock()).toEqual({ ok: true, locked: true });
    expect(await lock()).toEqual({ ok: true, locked: false });
    const day = await sheetOfDay(trip.organiser, trip.slug, trip.day.date);
    expect(day?.lock).toEqual({ lockedAt: trip.evening, byName: null, present: 3, people: 3 });
    expect(day?.history.map(({ at: _at, byName: _byName, ...event }) => event)).toEqual([
      {
        kind: "explained",
        person: "Anna Bērziņa",
        words: "Aizmirsa parakstīties, redzēta visu dienu.",
      },
      {
        kind: "corrected",
        person: "Anna Zīle",
        part: null,
        present: true,
        words: "Pievienojās Jelgavā.",
      },
      { kind: "locked", present: 3, people: 3 },
      { kind: "sheetAdded", name: "lapa.jpg" },
    ]);
  });

  it("without a sheet once everybody has a mark, and not before it has come", async () => {
    const anna = await trip.somebody();
    expect(await lock(momentInRiga("2026-06-11", "23:00"))).toMatchObject({ reason: "dayNotYet" });
    expect(await lock()).toEqual({ ok: false, reason: "unmarked", detail: { people: 1 } });
    await trip.mark(anna);
    expect(await lock()).toEqual({ ok: true, locked: true });
  });
});

describe("a locked day", () => {
  it("takes no mark, correction, signature or sheet, and a mark that it knows once more", async () => {
    const anna = await trip.somebody();
    const id = randomUUID();
    await trip.mark(anna, true, id);
    await lock();
    const refused = { ok: false, reason: "dayLocked" };
    expect(await trip.mark(anna, false)).toEqual(refused);
    expect(await trip.mark(anna, true, id)).toEqual({ ok: true, recorded: false });
    const change = { ...trip.day, registrationId: anna, present: false, reason: "Nebija." };
    expect(await correctAttendance(trip.organiser, change, trip.evening)).toEqual(refused);
    expect(await compare(read(anna, true))).toEqual(refused);
    const file = { ...trip.day, name: "lapa.pdf", bytes: Buffer.from("%PDF-1.7\n") };
    expect(await addSheet(trip.organiser, file, trip.evening)).toEqual(refused);
    expect(
      await attendanceOfDay(trip.organiser, trip.slug, trip.day.date, trip.evening),
    ).toMatchObject({
      locked: true,
      taken: false,
    });
  });

  it("is refused by the database too", async () => {
    const anna = await trip.somebody();
    await trip.mark(anna);
    await lock();
    const [day] = await database()
      .select({ id: tripDay.id })
      .from(tripDay)
      .where(eq(tripDay.tripId, trip.tripId));
    const bare = { id: randomUUID(), tripDayId: day?.id ?? "", registrationId: anna };
    const row = { ...bare, present: false, recordedBy: trip.organiser.userId, device: "phone" };
    await expect(
      database()
        .insert(attendance)
        .values({ ...row, deviceAt: trip.evening }),
    ).rejects.toMatchObject({ cause: { constraint: "day_not_locked" } });
    await expect(database().delete(dayLock)).rejects.toThrow();
    await expect(database().update(dayLock).set({ present: 0 })).rejects.toThrow();
  });

  it("is opened again with a reason alone, by both in the history, and locked anew", async () => {
    const anna = await trip.somebody();
    await trip.mark(anna);
    await lock();
    const reopen = (reason: string) => reopenDay(trip.organiser, { ...trip.day, reason }, later);
    expect(await reopen(" ")).toEqual({
      ok: false,
      reason: "invalid",
      detail: { reason: "reopenReasonMissing" },
    });
    expect(await reopen("Atrasta otra lapa.")).toEqual({ ok: true });
    expect(await reopen("Vēlreiz.")).toEqual({ ok: false, reason: "notLocked" });
    expect(await trip.mark(anna, false)).toEqual({ ok: true, recorded: true });
    expect(await lock(evenLater)).toEqual({ ok: true, locked: true });
    const entries = await database()
      .select({ action: auditEntry.action, reason: sql`details->>'reason'` })
      .from(auditEntry)
      .where(and(eq(auditEntry.tripId, trip.tripId), sql`action like 'day.%'`))
      .orderBy(auditEntry.id);
    expect(entries).toEqual([
      { action: "day.lock", reason: null },
      { action: "day.reopen", reason: "Atrasta otra lapa." },
      { action: "day.lock", reason: null },
    ]);
    const history = (await sheetOfDay(trip.organiser, trip.slug, trip.day.date))?.history;
    expect(history?.map(({ kind }) => kind)).toEqual(["locked", "reopened", "locked"]);
  });

  it("says how many were present when it was locked, whatever was marked at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const people = await Promise.all(Array.from({ length: 8 }, () => trip.somebody()));
      for (const one of people) await trip.mark(one);
      const [locked] = await Promise.all([
        lock(),
        ...people.map((one) => trip.mark(one, false)),
        ...people.map((one) => trip.mark(one, true)),
      ]);
      expect(locked).toEqual({ ok: true, locked: true });
      const day = await sheetOfDay(trip.organiser, trip.slug, trip.day.date);
      const present = day?.people.filter(({ state }) => state === "present").length;
      expect(day?.lock?.present).toBe(present);
      await reopenDay(trip.organiser, { ...trip.day, reason: "Vēlreiz." }, later);
    }
  });

  it("is locked once by two who lock it at the same moment", async () => {
    await trip.mark(await trip.somebody());
    const both = await Promise.all([lock(), lock()]);
    expect(both.filter((one) => one.ok && one.locked)).toHaveLength(1);
    expect(both.filter((one) => one.ok && !one.locked)).toHaveLength(1);
  });

  it("is found by no stranger", async () => {
    const anna = await trip.somebody();
    const notFound = { ok: false, reason: "notFound" };
    const { day } = trip;
    for (const stranger of await strangersTo(trip.organisationId)) {
      expect(await lockDay(stranger, day, trip.evening)).toEqual(notFound);
      expect(await reopenDay(stranger, { ...day, reason: "Jā." }, trip.evening)).toEqual(notFound);
      const people = [read(anna, true)];
      expect(await compareSheet(stranger, { ...day, people }, trip.evening)).toEqual(notFound);
      const change = { ...day, registrationId: anna, present: true, reason: "Bija." };
      expect(await correctAttendance(stranger, change, trip.evening)).toEqual(notFound);
      expect(await marksOfPerson(stranger, trip.slug, anna)).toBeNull();
      expect(await noShowsOfTrip(stranger, trip.slug)).toBeNull();
    }
    expect(await lockDay(trip.organiser, { tripId: "nav", date: "nav" }, trip.evening)).toEqual(
      notFound,
    );
  });
});
