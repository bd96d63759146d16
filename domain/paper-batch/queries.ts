import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { paperBatch } from "#db/schema/paper.ts";
import { trip } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { WordedPaper } from "#domain/wording/rules.ts";
import type { Locale } from "#lib/locales.ts";

export type BatchProgress = {
  batchId: string;
  paper: WordedPaper;
  startedAt: Date;
  /** Null until they have been counted. */
  papers: number | null;
  made: number;
  finished: boolean;
  refusal: "nobody" | "failed" | null;
};

/** Batches of an own trip that are kept, the newest first; none to everybody else. */
export const batchesOfTrip = (actor: Actor, slug: string): Promise<BatchProgress[]> =>
  batches(and(eq(trip.slug, slug), own(actor)));

/** How far a batch of an own trip has come; null to everybody else. */
export async function batchProgress(
  actor: Actor,
  slug: string,
  batchId: string,
): Promise<BatchProgress | null> {
  const which = sql`${paperBatch.id}::text = ${batchId}`;
  const [found] = await batches(and(eq(trip.slug, slug), which, own(actor)));
  return found ?? null;
}

/** The file of a finished batch of an own trip; null to everybody else. Fetching it is recorded. */
export async function batchFile(
  actor: Actor,
  slug: string,
  batchId: string,
  kind: "pdf" | "zip",
): Promise<{ paper: WordedPaper; content: Buffer } | null> {
  const content = paperBatch[kind];
  const [found] = await database()
    .select({
      id: paperBatch.id,
      tripId: trip.id,
      paper: paperBatch.paper,
      papers: paperBatch.papers,
      content,
    })
    .from(paperBatch)
    .innerJoin(trip, eq(trip.id, paperBatch.tripId))
    .where(
      and(
        sql`${paperBatch.id}::text = ${batchId}`,
        eq(trip.slug, slug),
        own(actor),
        isNotNull(content),
      ),
    );
  if (!found?.content) return null;
  await recordAudit(database(), actor, {
    action: "batch.fetch",
    subjectId: found.id,
    tripId: found.tripId,
    details: { paper: found.paper, papers: found.papers, kind },
  });
  return { paper: found.paper, content: found.content };
}

/** A batch that the worker has to make; null once it is finished. */
export async function dueBatch(
  _actor: SystemActor,
  batchId: string,
): Promise<{ tripSlug: string; paper: WordedPaper; locale: Locale; startedBy: string } | null> {
  const [due] = await database()
    .select({
      tripSlug: trip.slug,
      paper: paperBatch.paper,
      locale: paperBatch.locale,
      startedBy: paperBatch.startedBy,
    })
    .from(paperBatch)
    .innerJoin(trip, eq(trip.id, paperBatch.tripId))
    .where(and(eq(paperBatch.id, batchId), isNull(paperBatch.finishedAt)));
  return due ?? null;
}

const own = (actor: Actor) => inArray(trip.organisationId, organisationsOf(actor, "organiser"));

const batches = (where: SQL | undefined): Promise<BatchProgress[]> =>
  database()
    .select({
      batchId: paperBatch.id,
      paper: paperBatch.paper,
      startedAt: paperBatch.startedAt,
      papers: paperBatch.papers,
      made: paperBatch.made,
      finished: sql<boolean>`${paperBatch.finishedAt} is not null`,
      refusal: paperBatch.refusal,
    })
    .from(paperBatch)
    .innerJoin(trip, eq(trip.id, paperBatch.tripId))
    .where(where)
    .orderBy(desc(paperBatch.startedAt));
