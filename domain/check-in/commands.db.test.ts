import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { registration } from "#db/schema/registration.ts";
import { dayLock } from "#db/schema/sheet.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { publicActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { marksOfPerson } from "#domain/correction/queries.ts";
import { savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { aPerson, aRegistration, strangersTo } from "#scripts/checks/factories.ts";
import { aLedTrip, onTheWay, published } from "#scripts/checks/led-trip.ts";
import { checkIn, switchCheckIn } from "./commands.ts";
import { checksIn, ownCheckIn, shownCode } from "./queries.ts";

const date = "2026-06-12";
const day = { date, agendaItemId: null, pickupId: null };
const now = onTheWay;
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let organisationId: string;
let organiser: PersonActor;
let crew: PersonActor;
let anna: PersonActor;
let registrationId: string;
let slug: string;
let tripId: string;

beforeEach(async () => {
  ({ organisationId, organiser, crew, slug, tripId } = await aLedTrip());
  anna = await aPerson();
  const { userId } = anna;
  registrationId = await aRegistration({ tripId, organisationId, userId, confirmedAt: published });
  await switchCheckIn(organiser, { tripId, on: true }, published);
});

async function codeNow(at = now): Promise<string> {
  return (await shownCode(crew, slug, day, at))?.code ?? "none";
}

async function outcome(actor: PersonActor, code: string, at = now): Promise<string> {
  const result = await checkIn(actor, { slug, code }, at);
  return result.ok ? `${result.recorded} ${result.state}` : result.reason;
}

const mark = (present: boolean) =>
  recordAttendance(
    organiser,
    { id: randomUUID(), tripId, registrationId, date, present, device: "phone", deviceAt: now },
    now,
  );

const marks = () =>
  database().select().from(attendance).where(eq(attendance.registrationId, registrationId));

const stateNow = async () => (await attendanceOfDay(organiser, slug, date, now))?.people[0];

describe("checking in oneself", () => {
  it("adds one mark of the person alone, however often it is confirmed and by how many at once", async () => {
    const code = await codeNow();
    expect(await ownCheckIn(anna, slug, code, now)).toMatchObject({ refusal: null, done: false });
    expect(await marks()).toEqual([]);
    const all = await Promise.all(Array.from({ length: 6 }, () => outcome(anna, code)));
    expect(all.sort()).toEqual([...Array(5).fill("false present"), "true present"]);
    expect(await marks()).toMatchObject([
      { byAttendee: true, present: true, recordedBy: anna.userId, overrules: [] },
    ]);
    expect(await ownCheckIn(anna, slug, code, later(600))).toMatchObject({ done: true });
    expect(await stateNow()).toMatchObject({ state: "present", byAttendee: true });
    const [first] = (await marksOfPerson(organiser, slug, registrationId)) ?? [];
    expect(first?.marks.map(({ byAttendee }) => byAttendee)).toEqual([true]);
    expect(await shownCode(crew, slug, day, now)).toMatchObject({ present: 1, all: 1 });
  });

  it("contradicts a leader who said absent, and the leader's next mark decides for good", async () => {
    await mark(false);
    expect(await outcome(anna, await codeNow())).toBe("true contradicted");
    expect((await stateNow())?.state).toBe("contradicted");
    await mark(false);
    expect((await stateNow())?.state).toBe("absent");
    expect(await outcome(anna, await codeNow())).toBe("false absent");
    await mark(true);
    expect(await stateNow()).toMatchObject({ state: "present", byAttendee: false });
  });

  it("adds nothing to what a leader has said already", async () => {
    await mark(true);
    expect(await outcome(anna, await codeNow())).toBe("false present");
    expect(await marks()).toHaveLength(1);
  });

  it("takes the code of this window and the one before, and tells of an older one", async () => {
    const code = await codeNow();
    expect(await outcome(anna, code, later(60))).toBe("expired");
    expect(await outcome(anna, code, later(59))).toBe("true present");
  });

  it("is refused on another day, on a locked day, and on a trip that is cancelled or completed", async () => {
    const code = await codeNow();
    expect(await outcome(anna, code, later(24 * 3_600))).toBe("notToday");
    await database().update(trip).set({ completedAt: now }).where(eq(trip.id, tripId));
    expect(await outcome(anna, code)).toBe("completed");
    const cancelled = { completedAt: null, cancelledAt: now, cancelReason: { lv: "Sniegs" } };
    await database().update(trip).set(cancelled).where(eq(trip.id, tripId));
    expect(await outcome(anna, code)).toBe("cancelled");
    const open = { cancelledAt: null, cancelReason: null };
    await database().update(trip).set(open).where(eq(trip.id, tripId));
    const [first] = await database()
      .select({ tripDayId: tripDay.id })
      .from(tripDay)
      .where(sql`trip_id = ${tripId} and date = ${date}`);
    const lock = { tripDayId: first?.tripDayId ?? "", lockedBy: organiser.userId };
    await database()
      .insert(dayLock)
      .values({ ...lock, present: 0, people: 1 });
    expect(await outcome(anna, code)).toBe("dayLocked");
    expect(await shownCode(crew, slug, day, now)).toMatchObject({
      refusal: "dayLocked",
      code: null,
    });
    expect(await marks()).toEqual([]);
  });

  it("is found by nobody without a confirmed seat, and by no made-up code", async () => {
    const code = await codeNow();
    const waiting = await aPerson();
    await aRegistration({ tripId, organisationId, userId: waiting.userId });
    for (const stranger of [waiting, organiser, crew, ...(await strangersTo(organisationId))]) {
      expect(await outcome(stranger as PersonActor, code)).toBe("notFound");
      expect(await ownCheckIn(stranger, slug, code, now)).toBeNull();
    }
    for (const made of ["", code.slice(0, -1), `${date}~day~1~${"a".repeat(22)}`]) {
      expect(await outcome(anna, made)).toBe("notFound");
    }
    await database()
      .update(registration)
      .set({ withdrawnAt: now })
      .where(eq(registration.id, registrationId));
    expect(await outcome(anna, code)).toBe("notFound");
  });

  it("is switched by the organiser alone, and a new key makes all codes worth nothing", async () => {
    const code = await codeNow();
    for (const other of [publicActor, crew, anna, ...(await strangersTo(organisationId))]) {
      expect(await switchCheckIn(other, { tripId, on: false }, now)).toEqual({
        ok: false,
        reason: "notFound",
      });
    }
    await switchCheckIn(organiser, { tripId, on: false }, now);
    expect(await checksIn(crew, slug, now)).toBe(false);
    expect(await outcome(anna, code)).toBe("notFound");
    expect(await shownCode(crew, slug, day, now)).toMatchObject({ refusal: "off", code: null });
    await switchCheckIn(organiser, { tripId, on: true }, now);
    expect(await outcome(anna, code)).toBe("notFound");
    expect(await outcome(anna, await codeNow())).toBe("true present");
  });

  it("shows its code to leaders alone, for places of the trip", async () => {
    for (const stranger of [publicActor, anna, ...(await strangersTo(organisationId))]) {
      if (stranger.kind === "person" && stranger.memberships[0]?.role === "crew") continue;
      expect(await shownCode(stranger, slug, day, now)).toBeNull();
    }
    expect(await shownCode(crew, slug, { ...day, date: "2026-06-20" }, now)).toBeNull();
    expect(await shownCode(crew, slug, { ...day, pickupId: randomUUID() }, now)).toBeNull();
    expect(await shownCode(crew, slug, { ...day, agendaItemId: "1" }, now)).toBeNull();
    const bus = { tripId, name: "Autobuss", seats: 20, driverName: null, driverPhone: null };
    const made = await saveVehicle(organiser, bus, now);
    const vehicleId = made.ok ? made.vehicleId : "none";
    const stop = { tripId, vehicleId, placeId: null, spot: "Pie domes", clock: "07:30", date };
    const saved = await savePickup(organiser, { ...stop, organisationId: null }, now);
    const pickupId = saved.ok ? saved.pickupId : "none";
    expect(await shownCode(crew, slug, { ...day, pickupId }, now)).toMatchObject({ refusal: null });
    const both = { date, pickupId, agendaItemId: randomUUID() };
    expect(await shownCode(crew, slug, both, now)).toBeNull();
  });
});

describe("the database refuses", () => {
  const write = async (facts: Partial<typeof attendance.$inferInsert>) => {
    const [first] = await database()
      .select({ id: tripDay.id })
      .from(tripDay)
      .where(eq(tripDay.tripId, tripId));
    await database()
      .insert(attendance)
      .values({
        id: randomUUID(),
        tripDayId: first?.id ?? "",
        registrationId,
        present: true,
        recordedBy: anna.userId,
        device: "self check-in",
        deviceAt: now,
        byAttendee: true,
        ...facts,
      });
  };
  const refused = (constraint: string) => ({ cause: { constraint } });

  it("a check-in of somebody else, one that says absent or overrules, and a second one", async () => {
    await expect(write({ recordedBy: crew.userId })).rejects.toMatchObject(
      refused("check_in_of_oneself"),
    );
    for (const facts of [{ present: false }, { overrules: [randomUUID()] }, { deviceNumber: 1 }]) {
      await expect(write(facts)).rejects.toMatchObject(refused("attendance_by_attendee"));
    }
    await write({});
    await expect(write({})).rejects.toMatchObject(refused("attendance_checked_in_once"));
  });
});
