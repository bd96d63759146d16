import { and, eq, inArray, isNull, lt, ne, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { paperBatch, paperBatchPiece } from "#db/schema/paper.ts";
import { trip } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { Result } from "#lib/result.ts";
import { keptBefore } from "./rules.ts";
import { type BatchStart, batchStart } from "./schema.ts";

/** Asks for all letters or certificates of an own trip; the worker makes them. While it does, asking again is the same. */
export async function startBatch(
  actor: Actor,
  input: BatchStart,
  now: Date,
): Promise<Result<{ batchId: string }, "notFound">> {
  const parsed = batchStart.safeParse(input);
  if (!parsed.success || !isPerson(actor)) return { ok: false, reason: "notFound" };
  const { tripId } = parsed.data;
  return database().transaction(async (tx) => {
    const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
    if (!(await tx.$count(trip, and(eq(trip.id, tripId), own))))
      return { ok: false, reason: "notFound" };
    const [made] = await tx
      .insert(paperBatch)
      .values({ ...parsed.data, startedBy: actor.userId, startedAt: now })
      .onConflictDoNothing()
      .returning({ id: paperBatch.id });
    const { paper, locale } = parsed.data;
    if (!made) {
      const running = and(eq(paperBatch.paper, paper), isNull(paperBatch.finishedAt));
      const [one] = await tx
        .select({ id: paperBatch.id })
        .from(paperBatch)
        .where(and(eq(paperBatch.tripId, tripId), running));
      return one ? { ok: true, batchId: one.id } : { ok: false, reason: "notFound" };
    }
    const batchId = made.id;
    await recordAudit(tx, actor, {
      action: "batch.start",
      tripId,
      subjectId: batchId,
      details: { paper, locale },
    });
    await tx.execute(sql`select pg_notify('messages', '')`);
    return { ok: true, batchId };
  });
}

/** Makes a job of every batch that is not finished; one after the other, so that the machine stays free for people. */
export async function queueBatches(_actor: SystemActor): Promise<number> {
  const { rows } = await database().execute(sql`
    select graphile_worker.add_job('paper_batch', json_build_object('batchId', id),
      queue_name := 'papers', job_key := 'papers:' || id)
    from paper_batch where finished_at is null`);
  return rows.length;
}

/** Notes how many papers a batch will be. What an attempt before has left of it goes: it is made from the beginning. */
export async function beginFiles(
  _actor: SystemActor,
  batchId: string,
  papers: number,
): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.update(paperBatch).set({ papers, made: 0 }).where(running(batchId));
    await tx.delete(paperBatchPiece).where(eq(paperBatchPiece.batchId, batchId));
  });
}

/** Keeps the next piece of a running batch's ZIP, which holds the paper of this number. */
export async function keepPiece(
  _actor: SystemActor,
  batchId: string,
  { number, content }: { number: number; content: Buffer },
): Promise<void> {
  await database().execute(sql`
    with noted as (update paper_batch set made = ${number} where ${running(batchId)} returning id)
    insert into paper_batch_piece (batch_id, number, content)
    select id, ${number}, ${content}::bytea from noted`);
}

/**
 * Ends a batch: with its document and the pieces of its ZIP put together, `zipEnd` the last one, or with why there is
 * nothing. Those before it of the same trip go.
 */
export async function finishBatch(
  _actor: SystemActor,
  batchId: string,
  outcome: { pdf: Buffer; zipEnd: Buffer } | { refusal: "nobody" | "failed" },
  now: Date,
): Promise<void> {
  const files = "pdf" in outcome ? { pdf: outcome.pdf, zip: zipOf(batchId, outcome) } : outcome;
  await database().transaction(async (tx) => {
    const [finished] = await tx
      .update(paperBatch)
      .set({ ...files, finishedAt: now })
      .where(running(batchId))
      .returning({ tripId: paperBatch.tripId, paper: paperBatch.paper });
    if (!finished) return;
    const { tripId, paper } = finished;
    await tx.delete(paperBatchPiece).where(eq(paperBatchPiece.batchId, batchId));
    const ofSame = and(eq(paperBatch.tripId, tripId), eq(paperBatch.paper, paper));
    await tx.delete(paperBatch).where(and(ofSame, ne(paperBatch.id, batchId)));
  });
}

/** Put together by the database, which has all but the end already. */
const zipOf = (batchId: string, { zipEnd }: { zipEnd: Buffer }) => sql<Buffer>`(
  select coalesce(string_agg(content, ''::bytea order by number), ''::bytea) || ${zipEnd}::bytea
  from paper_batch_piece where batch_id = ${batchId})`;

const running = (batchId: string) => and(eq(paperBatch.id, batchId), isNull(paperBatch.finishedAt));

/** Deletes what was made more than a week ago: it can be made again. */
export async function forgetBatches(_actor: SystemActor, now: Date): Promise<void> {
  await database()
    .delete(paperBatch)
    .where(lt(paperBatch.startedAt, keptBefore(now)));
}
