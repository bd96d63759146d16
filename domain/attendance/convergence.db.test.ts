import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { tripDay } from "#db/schema/trip.ts";
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { histories, walk } from "#scripts/checks/mark-histories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { type AttendanceState, stateOf } from "./rules.ts";

test("the database derives the same state as the phones, from any marks in any order", async () => {
  const { tripId, organisationId } = await anOpenTrip();
  const registrationId = await aRegistration({ tripId, organisationId, confirmedAt: new Date() });
  const [day] = await database()
    .select({ id: tripDay.id })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId));
  const tripDayId = day?.id ?? "";
  const hands = await Promise.all([aPerson(), aPerson(), aPerson(), aPerson()]);
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, async ({ clocks, steps }) => {
      const { server, phones } = walk(clocks, steps);
      const all = [...server, ...phones.flatMap(({ own }) => own)];
      // A place of its own keeps each history apart from all others.
      const agendaItemId = randomUUID();
      const renamed = new Map(all.map(({ id }) => [id, randomUUID()]));
      const marks = [...new Map(all.map((mark) => [mark.id, mark])).values()].map((mark) => ({
        id: renamed.get(mark.id) as string,
        present: mark.present,
        device: mark.device,
        deviceNumber: mark.deviceNumber,
        overrules: mark.overrules.map((id) => renamed.get(id) ?? randomUUID()),
        recordedBy: hands[Number(mark.device.at(-1))]?.userId as string,
      }));
      const where = { tripDayId, registrationId, agendaItemId, deviceAt: new Date() };
      if (marks.length > 0) {
        await database()
          .insert(attendance)
          .values(marks.map((mark) => ({ ...mark, ...where })));
      }
      const { rows } = await database().execute<{ state: AttendanceState }>(sql`
        select attendance_state(${registrationId}, ${tripDayId}, ${agendaItemId}) as state`);
      expect(rows[0]?.state).toBe(stateOf(marks));
      seen.add(rows[0]?.state ?? "");
    }),
    { numRuns: 500 },
  );
  expect([...seen].sort()).toEqual(["absent", "contradicted", "present", "unmarked"]);
}, 120_000);

test("a role that is taken away leaves its end behind", async () => {
  const { organisationId } = await anOpenTrip();
  const crew = await aPerson({ role: "crew", organisationId });
  await database().execute(sql`delete from membership where user_id = ${crew.userId}`);
  const { rows } = await database().execute(sql`
    select role, organisation_id = ${organisationId} as own, ended_at >= began_at as after
    from ended_membership where user_id = ${crew.userId}`);
  expect(rows).toEqual([{ role: "crew", own: true, after: true }]);
});
