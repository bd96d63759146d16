import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { pickup } from "#db/schema/travel.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { removeItem } from "#domain/agenda/commands.ts";
import { attendanceDays, attendanceOfDay } from "#domain/attendance/queries.ts";
import { attendanceExport } from "#domain/attendance-export/queries.ts";
import { tripBoard } from "#domain/board/queries.ts";
import { correctAttendance } from "#domain/correction/commands.ts";
import { marksOfPerson } from "#domain/correction/queries.ts";
import { lockDay } from "#domain/day-lock/commands.ts";
import { deliverMarks } from "#domain/roll-call/commands.ts";
import { sheetOfDay } from "#domain/sheet/queries.ts";
import { completeTrip } from "#domain/trip-state/commands.ts";
import { aTripInParts } from "#scripts/checks/trip-in-parts.ts";
import { partsOfTrip } from "./queries.ts";
import { type PartReference, wholeDay } from "./schema.ts";

let trip: Awaited<ReturnType<typeof aTripInParts>>;

beforeEach(async () => {
  trip = await aTripInParts();
});

const kept = { ok: true, recorded: true };

async function statesIn(part: PartReference, reader: PersonActor = trip.organiser) {
  const day = await attendanceOfDay(reader, trip.slug, trip.date, trip.morning, part);
  return day?.people.map(({ givenName, state }) => [givenName, state]) ?? null;
}

describe("marks in a part of a day", () => {
  it("are of those who are expected there, and of that part alone", async () => {
    expect(await trip.mark(trip.anna, trip.stop)).toEqual(kept);
    expect(await trip.mark(trip.zane, trip.visit, false, trip.crew)).toEqual(kept);
    expect(await statesIn(trip.stop)).toEqual([
      ["Anna", "present"],
      ["Jānis", "unmarked"],
    ]);
    expect(await statesIn(trip.visit, trip.crew)).toEqual([
      ["Anna", "unmarked"],
      ["Jānis", "unmarked"],
      ["Zane", "absent"],
    ]);
    expect((await statesIn(wholeDay))?.every(([, state]) => state === "unmarked")).toBe(true);
    await trip.mark(trip.zane, trip.stop);
    expect(await statesIn(trip.stop)).toHaveLength(3);
  });

  it("converge with those of phones, and a correction with a reason decides", async () => {
    const tap = (device: string, present: boolean) => ({
      id: randomUUID(),
      registrationId: trip.anna,
      date: trip.date,
      ...trip.visit,
      present,
      overrules: [],
      reason: null,
      device,
      deviceNumber: 1,
      deviceAt: trip.morning.toISOString(),
    });
    const marks = [tap("one", true), tap("two", false)];
    await deliverMarks(trip.crew, { slug: trip.slug, marks }, trip.morning);
    expect((await statesIn(trip.visit))?.[0]).toEqual(["Anna", "contradicted"]);
    await completeTrip(trip.organiser, { tripId: trip.tripId }, trip.morning);
    const change = { ...trip.day, ...trip.visit, registrationId: trip.anna, present: true };
    const corrected = { ...change, reason: "Redzēja vadītāja." };
    expect(await correctAttendance(trip.organiser, corrected, trip.after)).toEqual({ ok: true });
    expect((await statesIn(trip.visit))?.[0]).toEqual(["Anna", "present"]);
    const { rows } = await database().execute(sql`select
      attendance_state(${trip.anna}, trip_day_id, agenda_item_id) as item, attendance_state(${trip.anna}, trip_day_id) as day
      from attendance where registration_id = ${trip.anna} limit 1`);
    expect(rows).toEqual([{ item: "present", day: "unmarked" }]);
    const told = await marksOfPerson(trip.organiser, trip.slug, trip.anna);
    expect(told?.[0]?.marks.map(({ part, present }) => [part?.name, present])).toEqual([
      [{ lv: "Pilsētas dome" }, true],
      [{ lv: "Pilsētas dome" }, false],
      [{ lv: "Pilsētas dome" }, true],
    ]);
    const sheet = await sheetOfDay(trip.organiser, trip.slug, trip.date);
    expect(sheet?.history).toMatchObject([{ kind: "corrected", part: { ...trip.visit } }]);
  });

  it("are refused in a part of another trip, and on a locked day", async () => {
    const other = await aTripInParts();
    const notFound = { ok: false, reason: "notFound" };
    for (const part of [
      other.stop,
      other.visit,
      { ...trip.stop, ...trip.visit, pickupId: trip.stop.pickupId },
    ]) {
      expect(await trip.mark(trip.anna, part)).toEqual(notFound);
      const change = { ...trip.day, ...part, registrationId: trip.anna, present: true };
      const corrected = { ...change, reason: "Redzēja vadītāja." };
      expect(await correctAttendance(trip.organiser, corrected, trip.after)).toEqual(notFound);
    }
    expect(await statesIn(other.stop)).toBeNull();
    expect(await trip.mark(trip.anna, trip.stop, true, other.organiser)).toEqual(notFound);
    expect(await trip.mark(trip.anna, trip.stop, true, other.crew)).toEqual(notFound);
    for (const one of [trip.anna, trip.janis, trip.zane]) await trip.mark(one, wholeDay);
    expect(await lockDay(trip.organiser, trip.day, trip.after)).toMatchObject({ locked: true });
    expect(await trip.mark(trip.anna, trip.stop)).toEqual({ ok: false, reason: "dayLocked" });
  });
});

describe("where marks of parts are told", () => {
  it("the overview and the board count those parts that have marks", async () => {
    await trip.mark(trip.anna, trip.stop);
    await trip.mark(trip.janis, trip.stop, false);
    const overview = await attendanceDays(trip.organiser, trip.slug, trip.morning);
    expect(overview?.days).toMatchObject([
      { all: 3, present: 0, absent: 0, parts: [{ ...trip.stop, all: 2, present: 1, absent: 1 }] },
    ]);
    const read = await tripBoard(trip.crew, trip.slug, trip.morning);
    expect(read?.board.days).toMatchObject([
      {
        ...{ expected: 3, present: 0, absent: 0, unmarked: 3 },
        parts: [
          {
            ...trip.stop,
            name: { lv: "pie domes" },
            ...{ expected: 2, present: 1, absent: 1, unmarked: 0 },
            absentNames: ["Jānis Kalniņš"],
          },
        ],
      },
    ]);
    expect(read?.board.days[0]?.parts).toHaveLength(1);
  });

  it("the export has rows for each of them, after those of the day", async () => {
    await trip.mark(trip.anna, trip.stop);
    await trip.mark(trip.zane, trip.visit);
    const exported = await attendanceExport(trip.organiser, trip.slug, "csv");
    const rows = await Array.fromAsync(exported?.rows ?? []);
    const day = [trip.date, { word: "export.part.day" }, null, null];
    const at = (clock: string) => new Date(`${trip.date}T${clock}:00.000Z`);
    const stop = [
      trip.date,
      { word: "export.part.pickup" },
      at("04:30"),
      { localized: { lv: "pie domes" } },
    ];
    const visit = [
      trip.date,
      { word: "export.part.item" },
      at("07:00"),
      { localized: { lv: "Pilsētas dome" } },
    ];
    const told = rows.map((row) => [...row.slice(0, 4), row[5], row[8]]);
    const state = (is: string) => ({ word: `attendance.${is}` });
    expect(told).toEqual([
      [...day, "Anna", state("unmarked")],
      [...day, "Jānis", state("unmarked")],
      [...day, "Zane", state("unmarked")],
      [...stop, "Anna", state("present")],
      [...stop, "Jānis", state("unmarked")],
      [...visit, "Anna", state("unmarked")],
      [...visit, "Jānis", state("unmarked")],
      [...visit, "Zane", state("present")],
    ]);
  });

  it("an item that is gone from the draft keeps its name, and a pick-up that is forgotten says so", async () => {
    await trip.mark(trip.anna, trip.stop);
    await trip.mark(trip.anna, trip.visit);
    await removeItem(trip.organiser, { itemId: trip.itemId }, trip.morning);
    await database()
      .update(pickup)
      .set({ spot: "pie skolas" })
      .where(eq(pickup.tripId, trip.tripId));
    const names = async () =>
      (await partsOfTrip(database(), trip.tripId)).map(({ name, hasMarks }) => [name, hasMarks]);
    expect(await names()).toEqual([
      [{ lv: "pie skolas" }, true],
      [{ lv: "Pilsētas dome" }, true],
    ]);
    await database().execute(
      sql`update registration set pickup_id = null where trip_id = ${trip.tripId}`,
    );
    await database().delete(pickup).where(eq(pickup.tripId, trip.tripId));
    expect(await names()).toEqual([
      [{ lv: "Pilsētas dome" }, true],
      [null, true],
    ]);
    expect(await database().$count(attendance, eq(attendance.registrationId, trip.anna))).toBe(2);
    const day = await attendanceOfDay(
      trip.organiser,
      trip.slug,
      trip.date,
      trip.morning,
      trip.stop,
    );
    expect([day?.taken, day?.corrects, day?.people.length]).toEqual([false, false, 1]);
  });
});
