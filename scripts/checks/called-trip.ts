import { sql } from "drizzle-orm";
import pg from "pg";
import { database } from "#db/client.ts";
import type { AttendanceState } from "#domain/attendance/rules.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import { aPerson, aRegistration } from "./factories.ts";
import { anOpenTrip } from "./open-trip.ts";
import { beginSessions } from "./sessions.ts";

/** A trip of tomorrow and the day after with so many people, and so many leaders, each with the token of a session. */
export async function aCalledTrip(people: number, leaders: number) {
  const now = new Date();
  const tomorrow = addDays(dateInRiga(now), 1);
  const dates = [tomorrow, addDays(tomorrow, 1)];
  const registrationDeadline = new Date(now.getTime() + 60_000);
  const trip = await anOpenTrip({ dates, registrationDeadline, capacity: people });
  const { tripId, organisationId, organiser } = trip;
  const registrationIds: string[] = [];
  for (let seat = 0; seat < people; seat += 1) {
    registrationIds.push(await aRegistration({ tripId, organisationId, confirmedAt: now }));
  }
  const userIds = [organiser.userId];
  while (userIds.length < leaders) {
    userIds.push((await aPerson({ role: "crew", organisationId })).userId);
  }
  return { ...trip, dates, registrationIds, tokens: await beginSessions(userIds) };
}

/** Numbers of the marks that the server has of a trip, in order, by the device that made them. */
export async function numbersByDevice(tripId: string): Promise<number[][]> {
  const { rows } = await database().execute<{ numbers: number[] }>(sql`
    select array_agg(device_number::int order by device_number) as numbers
    from attendance join trip_day on trip_day.id = trip_day_id where trip_id = ${tripId} group by device`);
  return rows.map(({ numbers }) => numbers);
}

/** How many marks the audit tells of, and of how many different ones. */
export async function auditedMarks(tripId: string) {
  const { rows } = await database().execute<{ entries: number; marks: number }>(sql`
    select count(*)::int as entries, count(distinct details ->> 'id')::int as marks
    from audit_entry where trip_id = ${tripId} and action = 'attendance.record'`);
  return rows[0];
}

/** The state of everybody on a day, as the database derives it. */
export async function statesOnDay(
  tripId: string,
  date: string,
): Promise<Map<string, AttendanceState>> {
  const { rows } = await database().execute<{ id: string; state: AttendanceState }>(sql`
    select registration.id, attendance_state(registration.id, trip_day.id) as state
    from registration join trip_day using (trip_id) where trip_id = ${tripId} and date = ${date}`);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Resolves once it listens; `heard` then resolves at the commit of the so manieth delivery of marks of a trip. */
export async function commitsOf(tripId: string, count: number): Promise<{ heard: Promise<void> }> {
  const ear = new pg.Client({ connectionString: process.env.DATABASE_URL });
  ear.on("error", () => {});
  await ear.connect();
  await ear.query("listen attendance");
  let left = count;
  const heard = new Promise<void>((resolve) => {
    ear.on("notification", ({ payload }) => {
      if (payload !== tripId) return;
      left -= 1;
      if (left === 0) resolve();
    });
  });
  return { heard: heard.finally(() => ear.end()) };
}
