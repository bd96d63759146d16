import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { membership } from "#db/schema/person.ts";
import { message, registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { verify } from "#domain/invariant/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { carryOutBulkWork, startBulkWork } from "./commands.ts";
import { bulkProgress } from "./queries.ts";
import type { BulkStart } from "./schema.ts";

const now = new Date();
const clock = () => now;

/** So many people on a trip, one after the other; those beyond its capacity wait. */
async function people(trip: OpenTrip, count: number): Promise<string[]> {
  const organisation = await anOrganisation("municipality");
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const answers = {
      givenName: "Anna",
      familyName: `Zīle${index}`,
      phone: "20123456",
      organisation,
    };
    const rest = {
      institution: "",
      position: "juriste",
      tripSlug: trip.slug,
      locale: "lv" as const,
    };
    const made = await register(await aPerson(), { ...answers, ...rest }, now);
    if (!made.ok) throw new Error(made.reason);
    ids.push(made.registrationId);
  }
  return ids;
}

async function begun(trip: OpenTrip, wish: Omit<BulkStart, "tripId">): Promise<string> {
  const started = await startBulkWork(trip.organiser, { tripId: trip.tripId, ...wish }, now);
  if (!started.ok) throw new Error(JSON.stringify(started));
  return started.workId;
}

describe("a bulk work", () => {
  it("confirms while there are seats, and says for whom and why it could not", async () => {
    const trip = await anOpenTrip({ capacity: 1 });
    const [, ...waiting] = await people(trip, 3);
    const wish = { kind: "confirm" as const, details: { reason: "Vada delegāciju" } };
    const workId = await begun(trip, { ...wish, registrationIds: waiting });
    expect(await bulkProgress(trip.organiser, trip.slug, workId)).toMatchObject({
      all: 2,
      done: 0,
      finished: false,
    });
    await carryOutBulkWork(systemActor, workId, clock);
    const progress = await bulkProgress(trip.organiser, trip.slug, workId);
    expect(progress).toMatchObject({ all: 2, done: 2, finished: true });
    expect(progress?.failed.map(({ name, refusal }) => [name, refusal])).toEqual([
      ["Anna Zīle1", "full"],
      ["Anna Zīle2", "full"],
    ]);
  });

  it("withdraws one after the other, the line moves, and done twice is done once", async () => {
    const trip = await anOpenTrip({ capacity: 2 });
    const ids = await people(trip, 4);
    const gone = ids.slice(0, 2);
    const workId = await begun(trip, {
      kind: "withdraw",
      details: { reason: "Nevar." },
      registrationIds: gone,
    });
    await carryOutBulkWork(systemActor, workId, clock);
    await carryOutBulkWork(systemActor, workId, clock);
    const rows = await database()
      .select({
        id: registration.id,
        withdrawnAt: registration.withdrawnAt,
        confirmedAt: registration.confirmedAt,
      })
      .from(registration)
      .where(eq(registration.tripId, trip.tripId));
    const seated = rows.filter((row) => row.confirmedAt && !row.withdrawnAt).map(({ id }) => id);
    expect(seated.sort()).toEqual(ids.slice(2).sort());
    const { broken } = await verify();
    expect(broken.filter(({ tripSlug }) => tripSlug === trip.slug)).toEqual([]);
  });

  it("writes a notice to each once, also when the worker ended between the deed and its note", async () => {
    const trip = await anOpenTrip();
    const ids = await people(trip, 2);
    const details = { subject: "Lietus", text: "Paņemiet lietussargu." };
    const workId = await begun(trip, { kind: "notice", details, registrationIds: ids });
    await carryOutBulkWork(systemActor, workId, clock);
    await database().execute(
      `update bulk_item set done_at = null where bulk_work_id = '${workId}'; update bulk_work set finished_at = null where id = '${workId}'`,
    );
    await carryOutBulkWork(systemActor, workId, clock);
    const notices = and(eq(message.tripId, trip.tripId), eq(message.kind, "notice"));
    expect(await database().$count(message, notices)).toBe(2);
  });

  it("does no more for somebody whose role was taken meanwhile", async () => {
    const trip = await anOpenTrip();
    const ids = await people(trip, 1);
    const workId = await begun(trip, {
      kind: "withdraw",
      details: { reason: "Nevar." },
      registrationIds: ids,
    });
    await database().delete(membership).where(eq(membership.userId, trip.organiser.userId));
    await carryOutBulkWork(systemActor, workId, clock);
    const active = and(eq(registration.id, ids[0] ?? ""), eq(registration.tripId, trip.tripId));
    const [row] = await database()
      .select({ withdrawnAt: registration.withdrawnAt })
      .from(registration)
      .where(active);
    expect(row?.withdrawnAt).toBeNull();
  });

  it("is refused at the field, for nobody, and for people of another trip", async () => {
    const trip = await anOpenTrip();
    const other = await people(await anOpenTrip(), 1);
    const start = (wish: Omit<BulkStart, "tripId">) =>
      startBulkWork(trip.organiser, { tripId: trip.tripId, ...wish }, now);
    const mine = await people(trip, 1);
    const refused = (detail: Record<string, string>) => ({ ok: false, reason: "invalid", detail });
    expect(
      await start({ kind: "notice", details: { subject: " " }, registrationIds: mine }),
    ).toEqual(refused({ subject: "noticeSubjectMissing", text: "noticeTextMissing" }));
    expect(
      await start({ kind: "withdraw", details: { reason: "Nevar." }, registrationIds: [] }),
    ).toEqual(refused({ registrationIds: "nobodyChosen" }));
    expect(
      await start({ kind: "withdraw", details: { reason: "Nevar." }, registrationIds: other }),
    ).toEqual(refused({ form: "nobodyChosen" }));
  });
});
