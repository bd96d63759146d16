import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bulkItem, bulkWork } from "#db/schema/bulk.ts";
import { registration } from "#db/schema/registration.ts";
import { actorOf } from "#domain/actor/queries.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { choosePickup } from "#domain/boarding/commands.ts";
import { sendNotice } from "#domain/message/commands.ts";
import { confirmFromLine } from "#domain/registration/commands.ts";
import { withOwnTrip } from "#domain/trip/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { type BulkKind, type BulkStart, bulkDetails, bulkStart } from "./schema.ts";

/**
 * Records one thing to be done to many registrations of an own trip; the worker does it, one after the
 * other, as the person who began it.
 */
export async function startBulkWork(
  actor: Actor,
  input: BulkStart,
  now: Date,
): Promise<Result<{ workId: string }, "notFound" | "invalid" | "cancelled" | "completed">> {
  return withOwnTrip(actor, input.tripId, async (tx) => {
    const parsed = bulkStart.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { tripId, kind, registrationIds } = parsed.data;
    const checked = bulkDetails(kind).safeParse(parsed.data.details);
    if (!checked.success) return invalid(fieldReasons(checked.error.issues));
    const known = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(and(eq(registration.tripId, tripId), inArray(registration.id, registrationIds)));
    const ours = new Set(known.map(({ id }) => id));
    const people = [...new Set(registrationIds)].filter((id) => ours.has(id));
    if (people.length === 0 || !isPerson(actor)) return invalid({ form: "nobodyChosen" });
    const details = checked.data as Record<string, string>;
    const [made] = await tx
      .insert(bulkWork)
      .values({ tripId, kind, details, startedBy: actor.userId, startedAt: now })
      .returning({ id: bulkWork.id });
    const { id: workId } = made as { id: string };
    await tx.insert(bulkItem).values(
      people.map((registrationId, position) => ({
        bulkWorkId: workId,
        registrationId,
        position,
      })),
    );
    const said = { kind, people: people.length };
    await recordAudit(tx, actor, {
      action: "bulk.start",
      tripId,
      subjectId: workId,
      details: said,
    });
    await tx.execute(sql`select pg_notify('messages', '')`);
    return { ok: true, workId };
  });
}

/**
 * Makes a job of every bulk work that is not finished. They share one queue, so that no two run at once; what
 * was begun before a crash goes on where it stopped.
 */
export async function queueBulkWork(_actor: SystemActor): Promise<number> {
  const { rows } = await database().execute(sql`
    select graphile_worker.add_job('bulk_work', json_build_object('workId', id),
      queue_name := 'bulk', job_key := 'bulk:' || id)
    from bulk_work where finished_at is null`);
  return rows.length;
}

/** Does what is left of a bulk work, a registration at a time; a refusal is noted and the next one follows. */
export async function carryOutBulkWork(
  _actor: SystemActor,
  workId: string,
  clock: () => Date,
): Promise<void> {
  const [work] = await database()
    .select({
      tripId: bulkWork.tripId,
      kind: bulkWork.kind,
      details: bulkWork.details,
      startedBy: bulkWork.startedBy,
    })
    .from(bulkWork)
    .where(and(eq(bulkWork.id, workId), isNull(bulkWork.finishedAt)));
  if (!work) return;
  const left = await database()
    .select({ registrationId: bulkItem.registrationId })
    .from(bulkItem)
    .where(and(eq(bulkItem.bulkWorkId, workId), isNull(bulkItem.doneAt)))
    .orderBy(asc(bulkItem.position));
  for (const { registrationId } of left) {
    // Read anew each time: somebody whose role was taken meanwhile does no more.
    const person = await actorOf(work.startedBy);
    const refusal = person
      ? await deeds[work.kind](person, { ...work, workId, registrationId }, clock())
      : "notFound";
    await database()
      .update(bulkItem)
      .set({ doneAt: clock(), refusal })
      .where(and(eq(bulkItem.bulkWorkId, workId), eq(bulkItem.registrationId, registrationId)));
  }
  await database().update(bulkWork).set({ finishedAt: clock() }).where(eq(bulkWork.id, workId));
}

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

type One = { workId: string; details: Record<string, string>; registrationId: string };

type Deed = (actor: PersonActor, one: One, now: Date) => Promise<string | null>;

const refusalOf = (result: { ok: true } | { ok: false; reason: string }) =>
  result.ok ? null : result.reason;

/** Each is done again without harm, should the worker have ended between the deed and its note. */
const deeds: Record<BulkKind, Deed> = {
  confirm: async (actor, { details: { reason = "" }, registrationId }, now) => {
    if (await isConfirmedWith(registrationId, actor.userId, reason)) return null;
    return refusalOf(await confirmFromLine(actor, { registrationId, reason }, now));
  },
  withdraw: async (actor, { details: { reason = "" }, registrationId }, now) =>
    refusalOf(await withdraw(actor, { registrationId, reason }, now)),
  pickup: async (actor, { details: { pickupId = "" }, registrationId }, now) =>
    refusalOf(await choosePickup(actor, { registrationId, pickupId }, now)),
  notice: async (actor, { workId, details: { subject = "", text = "" }, registrationId }, now) =>
    refusalOf(
      await sendNotice(actor, { registrationId, subject, text, cause: `notice:${workId}` }, now),
    ),
};

async function isConfirmedWith(id: string, userId: string, reason: string): Promise<boolean> {
  const same = and(
    eq(registration.id, id),
    eq(registration.decidedBy, userId),
    eq(registration.decisionReason, reason),
  );
  return (await database().$count(registration, same)) > 0;
}
