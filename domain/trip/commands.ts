import { and, eq, inArray, like, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { place } from "#db/schema/organisation.ts";
import { project, trip, tripDay, tripPlace, tripSeat } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { walkLine } from "#domain/line/commands.ts";
import { writeRoute } from "#domain/route/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import * as rules from "./rules.ts";
import * as schema from "./schema.ts";

/** `invalid` carries in `detail` the key of a sentence per field. */
type Refusal = "notFound" | "invalid";
type Over = "cancelled" | "completed";

/**
 * Makes a draft trip of an organisation in which the actor is an organiser, with its seats. Without a slug
 * one is made from the Latvian title and the year. Quotas are set afterwards (domain/seat).
 */
export async function createTrip(
  actor: Actor,
  input: schema.NewTrip,
  now: Date,
): Promise<Result<{ tripId: string; slug: string }, Refusal>> {
  if (!organisationsOf(actor, "organiser").includes(input.organisationId)) return notFound;
  const parsed = schema.newTrip.safeParse(input);
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  const { organisationId, capacity, slug: wanted, ...facts } = parsed.data;
  return database().transaction((tx) =>
    insertTrip(tx, actor, { organisationId, capacity, slug: wanted, facts }, now),
  );
}

/** The same in the transaction of a caller who has parsed the facts and may make trips for the organisation. */
export async function insertTrip(
  tx: Tx,
  actor: Actor,
  asked: {
    organisationId: string;
    capacity: number;
    slug?: string | undefined;
    facts: schema.TripFacts;
  },
  now: Date,
): Promise<Result<{ tripId: string; slug: string }, "invalid">> {
  const { organisationId, capacity, slug: wanted, facts } = asked;
  // One maker of addresses at a time, so that the free one is still free when it is written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('trip.slug'))`);
  const slug = await chooseSlug(tx, wanted, facts);
  const problems = await problemsOf(tx, organisationId, facts);
  if (!slug) problems.slug = "slugTaken";
  if (!slug || Object.keys(problems).length) return invalid(problems);
  const [made] = await tx
    .insert(trip)
    .values({ ...columns(facts), slug, organisationId, createdAt: now, updatedAt: now })
    .returning({ id: trip.id });
  const tripId = (made as { id: string }).id;
  await writeRoute(tx, actor, tripId, facts);
  await tx.insert(tripSeat).values({
    tripId,
    capacity,
    promotionEndsAt: facts.registrationDeadline,
    namesFrozenAt: rules.namesFrozenBy(facts),
  });
  await recordAudit(tx, actor, {
    action: "trip.create",
    subjectId: tripId,
    tripId,
    organisationId,
    details: { slug, capacity, ...facts },
  });
  return { ok: true, tripId, slug };
}

/**
 * Writes the facts of an own trip anew. A day with agenda items or attendance marks cannot go:
 * `dayInUse` carries the date and how many there are. Seats change through domain/seat alone.
 */
export async function editTrip(
  actor: Actor,
  input: schema.EditedTrip,
  now: Date,
): Promise<Result<{ slug: string }, Refusal | Over | "dayInUse" | "nightsOutside">> {
  return withOwnTrip(actor, input.tripId, async (tx, own) => {
    const parsed = schema.editedTrip.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { tripId, ...facts } = parsed.data;
    const problems = await problemsOf(tx, own.organisationId, facts);
    if (Object.keys(problems).length) return invalid(problems);
    const route = await writeRoute(tx, actor, tripId, facts);
    if (!route.ok) return route;
    await tx
      .update(trip)
      .set({ ...columns(facts), updatedAt: now })
      .where(eq(trip.id, tripId));
    await followFacts(tx, actor, own, facts, now);
    await recordAudit(tx, actor, { ...aboutTrip("trip.edit", own), details: facts });
    return { ok: true, slug: own.slug };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

/** What an audit entry about a trip says. */
const aboutTrip = (action: string, own: { id: string; organisationId: string }) => ({
  action,
  subjectId: own.id,
  tripId: own.id,
  organisationId: own.organisationId,
});

export type OwnTrip = NonNullable<Awaited<ReturnType<typeof lockOwnTrip>>>;

/** One transaction around a change of a trip that is the actor's and goes on; anybody else's is not found. */
export async function withOwnTrip<Outcome>(
  actor: Actor,
  tripId: string,
  change: (tx: Tx, own: OwnTrip) => Promise<Outcome>,
): Promise<Outcome | typeof notFound | { ok: false; reason: Over }> {
  if (!schema.tripReference.safeParse(tripId).success) return notFound;
  return database().transaction(async (tx) => {
    const own = await lockOwnTrip(tx, actor, tripId);
    if (!own) return notFound;
    const over = rules.overBecause(own);
    return over ? { ok: false, reason: over } : change(tx, own);
  });
}

/** The trip with its days, locked against other writers. */
async function lockOwnTrip(tx: Tx, actor: Actor, tripId: string) {
  const [own] = await tx
    .select({
      id: trip.id,
      slug: trip.slug,
      title: trip.title,
      organisationId: trip.organisationId,
      registrationOpensAt: trip.registrationOpensAt,
      registrationDeadline: trip.registrationDeadline,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
    })
    .from(trip)
    .where(
      and(eq(trip.id, tripId), inArray(trip.organisationId, organisationsOf(actor, "organiser"))),
    )
    .for("no key update");
  if (!own) return null;
  const days = await tx
    .select({ date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId));
  const placeCount = await tx.$count(tripPlace, eq(tripPlace.tripId, tripId));
  return { ...own, dates: days.map(({ date }) => date), placeCount };
}

async function chooseSlug(tx: Tx, wanted: string | undefined, facts: schema.TripFacts) {
  const base = wanted ?? rules.slugFor(facts.title.lv, facts.dates, facts.registrationDeadline);
  const rows = await tx
    .select({ slug: trip.slug })
    .from(trip)
    .where(or(eq(trip.slug, base), like(trip.slug, `${base}-%`)));
  const taken = rows.map(({ slug }) => slug);
  if (wanted) return taken.includes(wanted) ? null : wanted;
  return rules.freeSlug(base, taken);
}

/** What is wrong with the facts, by field. A project must be the organisation's own; places are everybody's. */
async function problemsOf(tx: Tx, organisationId: string, facts: schema.TripFacts) {
  const problems = rules.factProblems(facts);
  if (facts.projectId) {
    const own = and(eq(project.id, facts.projectId), eq(project.organisationId, organisationId));
    if (!(await tx.$count(project, own))) problems.projectId = "projectUnknown";
  }
  const placeIds = [...new Set(facts.places.map(({ placeId }) => placeId))];
  if ((await tx.$count(place, inArray(place.id, placeIds))) < placeIds.length) {
    problems.places = "placeUnknown";
  }
  return problems;
}

const columns = ({ dates: _dates, places: _places, ...facts }: schema.TripFacts) => facts;

/**
 * The line follows the deadline, and names follow deadline and days, unless the organiser set another end for them
 * (docs/seats.md, rules 3 and 6).
 */
async function followFacts(tx: Tx, actor: Actor, own: OwnTrip, facts: rules.Timed, now: Date) {
  const ends = {
    promotionEndsAt: [own.registrationDeadline, facts.registrationDeadline],
    namesFrozenAt: [rules.namesFrozenBy(own), rules.namesFrozenBy(facts)],
  } as const;
  for (const end of ["promotionEndsAt", "namesFrozenAt"] as const) {
    const [before, after] = ends[end];
    await tx
      .update(tripSeat)
      .set({ [end]: after })
      .where(and(eq(tripSeat.tripId, own.id), eq(tripSeat[end], before)));
  }
  await walkLine(tx, actor, own.id, now);
}
