import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { replacement } from "#db/schema/replacement.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { tripBoard } from "#domain/board/queries.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { daysAttended, daysOfPresence, daysPresent } from "./queries.ts";

test("what was marked of somebody counts nowhere for whoever has the place afterwards", async () => {
  const { tripId, slug, date, organiser } = await anOpenTrip();
  const organisationId = await anOrganisation("municipality");
  const now = new Date();
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const registrationId = await aRegistration({ tripId, organisationId, confirmedAt: now });
  const mark = async (at: Date) => {
    const facts = { id: randomUUID(), tripId, registrationId, date, present: true };
    const made = await recordAttendance(organiser, { ...facts, device: "phone", deviceAt: at }, at);
    expect(made.ok).toBe(true);
  };
  const said = async () => {
    const day = await attendanceOfDay(organiser, slug, date, now);
    const board = await tripBoard(organiser, slug, now);
    const [row] = await database()
      .select({ attended: daysAttended, presentOn: daysOfPresence })
      .from(registration)
      .where(eq(registration.id, registrationId));
    const present = await daysPresent(database(), organiser, [registrationId]);
    expect(row?.presentOn).toEqual(present.get(registrationId) ?? []);
    return {
      list: day?.people.map(({ state }) => state),
      board: board?.board.days.map((one) => one.present),
      attended: row?.attended,
      days: present.get(registrationId) ?? [],
    };
  };
  await mark(now);
  expect(await said()).toEqual({
    list: ["present"],
    board: [1],
    attended: 1,
    days: [{ date, locked: false }],
  });
  const former = await aPerson();
  const names = { formerName: "Anna Bērziņa", successorName: "Rūta Zīle" };
  await database()
    .insert(replacement)
    .values({
      ...names,
      registrationId,
      formerUserId: former.userId,
      replacedBy: organiser.userId,
      replacedAt: later(1),
    });
  expect(await said()).toEqual({ list: ["unmarked"], board: [0], attended: null, days: [] });
  await mark(later(2));
  expect(await said()).toEqual({
    list: ["present"],
    board: [1],
    attended: 1,
    days: [{ date, locked: false }],
  });
});
