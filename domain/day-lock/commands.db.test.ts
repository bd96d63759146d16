import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { attendance } from "#db/schema/registration.ts";
import { dayLock } from "#db/schema/sheet.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { correctAttendance } from "#domain/correction/commands.ts";
import { marksOfPerson } from "#domain/correction/queries.ts";
import { noShowsOfTrip } from "#domain/no-show/queries.ts";
import { addSheet } from "#domain/sheet/commands.ts";
import { sheetOfDay } from "#domain/sheet/queries.ts";
import { compareSheet } from "#domain/signature/commands.ts";
import { completeTrip, publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { aSheet } from "#scripts/checks/sheets.ts";
import { lockDay, reopenDay } from "./commands.ts";

const published = momentInRiga("2026-05-10", "12:00");
const evening = momentInRiga("2026-06-12", "20:00");
const later = momentInRiga("2026-06-14", "09:00");
const date = "2026-06-12";

let organisationId: string;
let organiser: PersonActor;
let tripId: string;
let slug: string;

beforeEach(async () => {
  organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() }, { dates: [date] });
  ({ tripId, slug } = await aTrip(organiser, facts));
  await publishTrip(organiser, { tripId }, published);
});

const somebody = (familyName = "Bērziņa") =>
  aRegistration({ tripId, organisationId, confirmedAt: published, familyName });

const mark = (registrationId: string, present = true, id: string = randomUUID()) =>
  recordAttendance(
    organiser,
    { id, tripId, registrationId, date, present, device: "phone", deviceAt: evening },
    evening,
  );

const read = (registrationId: string, signed: boolean, decision = "none", words = "") => ({
  registrationId,
  signed,
  decision: decision as "none" | "explain" | "correct",
  words,
});

const compare = (...people: ReturnType<typeof read>[]) =>
  compareSheet(organiser, { tripId, date, people }, evening);

const lock = (now = evening) => lockDay(organiser, { tripId, date }, now);

const stateOn = async (registrationId: string) => {
  const day = await attendanceOfDay(organiser, slug, date, evening);
  return day?.people.find((one) => one.registrationId === registrationId)?.state;
};

describe("a day is reconciled", () => {
  it("by what was read on the sheet, an explanation and a correcting mark, and then locked", async () => {
    const [anna, ilze, janis] = [await somebody(), await somebody("Ozola"), await somebody("Zīle")];
    await mark(anna);
    await mark(ilze);
    await mark(janis, false);
    await aSheet(organiser, { tripId, date });
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
    const day = await sheetOfDay(organiser, slug, date);
    expect(day?.lock).toEqual({ lockedAt: evening, byName: null, present: 3, people: 3 });
    expect(day?.history.map(({ at: _at, byName: _byName, ...event }) => event)).toEqual([
      {
        kind: "explained",
        person: "Anna Bērziņa",
        words: "Aizmirsa parakstīties, redzēta visu dienu.",
      },
      { kind: "corrected", person: "Anna Zīle", present: true, words: "Pievienojās Jelgavā." },
      { kind: "locked", present: 3, people: 3 },
      { kind: "sheetAdded", name: "lapa.jpg" },
    ]);
  });

  it("without a sheet once everybody has a mark, and not before it has come", async () => {
    const anna = await somebody();
    expect(await lock(published)).toMatchObject({ reason: "dayNotYet" });
    expect(await lock()).toEqual({ ok: false, reason: "unmarked", detail: { people: 1 } });
    await mark(anna);
    expect(await lock()).toEqual({ ok: true, locked: true });
  });
});

describe("a locked day", () => {
  it("takes no mark, correction, signature or sheet, and a mark that it knows once more", async () => {
    const anna = await somebody();
    const id = randomUUID();
    await mark(anna, true, id);
    await lock();
    const refused = { ok: false, reason: "dayLocked" };
    expect(await mark(anna, false)).toEqual(refused);
    expect(await mark(anna, true, id)).toEqual({ ok: true, recorded: false });
    const change = { tripId, date, registrationId: anna, present: false, reason: "Nebija." };
    expect(await correctAttendance(organiser, change, evening)).toEqual(refused);
    expect(await compare(read(anna, true))).toEqual(refused);
    const file = { tripId, date, name: "lapa.pdf", bytes: Buffer.from("%PDF-1.7\n") };
    expect(await addSheet(organiser, file, evening)).toEqual(refused);
    expect(await attendanceOfDay(organiser, slug, date, evening)).toMatchObject({
      locked: true,
      taken: false,
    });
  });

  it("is refused by the database too", async () => {
    const anna = await somebody();
    await mark(anna);
    await lock();
    const [day] = await database()
      .select({ id: tripDay.id })
      .from(tripDay)
      .where(eq(tripDay.tripId, tripId));
    const bare = { id: randomUUID(), tripDayId: day?.id ?? "", registrationId: anna };
    const row = { ...bare, present: false, recordedBy: organiser.userId, device: "phone" };
    await expect(
      database()
        .insert(attendance)
        .values({ ...row, deviceAt: evening }),
    ).rejects.toMatchObject({ cause: { constraint: "day_not_locked" } });
    await expect(database().delete(dayLock)).rejects.toThrow();
    await expect(database().update(dayLock).set({ present: 0 })).rejects.toThrow();
  });

  it("is opened again with a reason alone, by both in the history, and locked anew", async () => {
    const anna = await somebody();
    await mark(anna);
    await lock();
    const reopen = (reason: string) => reopenDay(organiser, { tripId, date, reason }, later);
    expect(await reopen(" ")).toEqual({
      ok: false,
      reason: "invalid",
      detail: { reason: "reopenReasonMissing" },
    });
    expect(await reopen("Atrasta otra lapa.")).toEqual({ ok: true });
    expect(await reopen("Vēlreiz.")).toEqual({ ok: false, reason: "notLocked" });
    expect(await mark(anna, false)).toEqual({ ok: true, recorded: true });
    expect(await lock(later)).toEqual({ ok: true, locked: true });
    const entries = await database()
      .select({ action: auditEntry.action, reason: sql`details->>'reason'` })
      .from(auditEntry)
      .where(and(eq(auditEntry.tripId, tripId), sql`action like 'day.%'`))
      .orderBy(auditEntry.id);
    expect(entries).toEqual([
      { action: "day.lock", reason: null },
      { action: "day.reopen", reason: "Atrasta otra lapa." },
      { action: "day.lock", reason: null },
    ]);
    const history = (await sheetOfDay(organiser, slug, date))?.history;
    expect(history?.map(({ kind }) => kind)).toEqual(["locked", "reopened", "locked"]);
  });

  it("says how many were present when it was locked, whatever was marked at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const people = await Promise.all(Array.from({ length: 8 }, () => somebody()));
      for (const one of people) await mark(one);
      const [locked] = await Promise.all([
        lock(),
        ...people.map((one) => mark(one, false)),
        ...people.map((one) => mark(one, true)),
      ]);
      expect(locked).toEqual({ ok: true, locked: true });
      const day = await sheetOfDay(organiser, slug, date);
      const present = day?.people.filter(({ state }) => state === "present").length;
      expect(day?.lock?.present).toBe(present);
      await reopenDay(organiser, { tripId, date, reason: "Vēlreiz." }, later);
    }
  });

  it("is locked once by two who lock it at the same moment", async () => {
    await mark(await somebody());
    const both = await Promise.all([lock(), lock()]);
    expect(both.filter((one) => one.ok && one.locked)).toHaveLength(1);
    expect(both.filter((one) => one.ok && !one.locked)).toHaveLength(1);
  });

  it("is found by no stranger", async () => {
    const anna = await somebody();
    const notFound = { ok: false, reason: "notFound" };
    const day = { tripId, date };
    for (const stranger of await strangersTo(organisationId)) {
      expect(await lockDay(stranger, day, evening)).toEqual(notFound);
      expect(await reopenDay(stranger, { ...day, reason: "Jā." }, evening)).toEqual(notFound);
      const people = [read(anna, true)];
      expect(await compareSheet(stranger, { ...day, people }, evening)).toEqual(notFound);
      const change = { ...day, registrationId: anna, present: true, reason: "Bija." };
      expect(await correctAttendance(stranger, change, evening)).toEqual(notFound);
      expect(await marksOfPerson(stranger, slug, anna)).toBeNull();
      expect(await noShowsOfTrip(stranger, slug)).toBeNull();
    }
    expect(await lockDay(organiser, { tripId: "nav", date: "nav" }, evening)).toEqual(notFound);
  });
});

describe("a correction", () => {
  it("adds a mark with its reason, also when the trip is completed, and never overwrites", async () => {
    const anna = await somebody();
    await mark(anna);
    await completeTrip(organiser, { tripId }, evening);
    const change = { tripId, date, registrationId: anna, present: false, reason: "Bija māsa." };
    expect(await correctAttendance(organiser, change, later)).toEqual({ ok: true });
    expect(await correctAttendance(organiser, change, later)).toEqual({
      ok: false,
      reason: "alreadySo",
    });
    expect(await marksOfPerson(organiser, slug, anna)).toEqual([
      {
        date,
        locked: false,
        marks: [
          { id: expect.any(String), present: true, reason: null, at: evening, byName: null },
          { id: expect.any(String), present: false, reason: "Bija māsa.", at: later, byName: null },
        ],
      },
    ]);
  });

  it("names what is missing", async () => {
    const change = { tripId, date, registrationId: await somebody(), present: null, reason: "" };
    expect(await correctAttendance(organiser, change, later)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { present: "presenceMissing", reason: "correctionReasonMissing" },
    });
  });
});

describe("a no-show", () => {
  it("is who had a seat and never came, once all days are locked", async () => {
    const [anna, ilze] = [await somebody(), await somebody("Ozola")];
    await aRegistration({ tripId, organisationId });
    await mark(anna);
    await mark(ilze, false);
    expect(await noShowsOfTrip(organiser, slug)).toEqual([]);
    await lock();
    expect((await noShowsOfTrip(organiser, slug))?.map((one) => one.registrationId)).toEqual([
      ilze,
    ]);
    await reopenDay(organiser, { tripId, date, reason: "Vēlreiz." }, later);
    expect(await noShowsOfTrip(organiser, slug)).toEqual([]);
  });
});
