import { eq, like, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { wording } from "#db/schema/paper.ts";
import { quota, trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { makeDoers } from "#domain/archive-doer/commands.ts";
import { contentProblems, writeEvidence } from "#domain/archive-evidence/commands.ts";
import { evidenceDoersIn } from "#domain/archive-evidence/rules.ts";
import { type ReadLogo, readLogos } from "#domain/archive-logo/commands.ts";
import { findOrMakeUsers, writePeople } from "#domain/archive-people/commands.ts";
import { doersIn } from "#domain/archive-people/rules.ts";
import { writePlan } from "#domain/archive-plan/commands.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import { findOrMake, type Ids } from "#domain/archive-register/commands.ts";
import { readArchive } from "#domain/archive-text/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { recount } from "#domain/line/commands.ts";
import { seatFacts } from "#domain/seat/queries.ts";
import { promote } from "#domain/seat/rules.ts";
import { freeSlug } from "#domain/trip/rules.ts";
import { importedBefore } from "./queries.ts";
import { problemsOf, sendingOf } from "./rules.ts";
import type { Imported, ImportedFile, TripArchive } from "./schema.ts";

/**
 * Makes the trip of a file, for an organisation in which the actor is an organiser: all of it in one transaction, or
 * nothing, with everything that keeps it from fitting. Whom the file names hears nothing of it. It stays the draft
 * or the published trip that it was. The same form with the same file, sent again or twice at once, is one trip and the
 * same answer.
 */
export async function importTrip(
  actor: Actor,
  input: ImportedFile,
  now: Date,
): Promise<
  | ({ ok: true } & Imported)
  | { ok: false; reason: "notFound" }
  | { ok: false; reason: "problems"; problems: Problem[] }
> {
  const { organisationId } = input;
  const mayOwn = organisationsOf(actor, "organiser").includes(organisationId);
  if (!isPerson(actor) || !mayOwn) return { ok: false, reason: "notFound" };
  const read = readArchive(input.text);
  if (!read.ok) return { ok: false, reason: "problems", problems: read.problems };
  const { evidence, project } = read.archive;
  const unfit = problemsOf(read.archive, now);
  if (unfit.length) return { ok: false, reason: "problems", problems: unfit };
  const logos = await readLogos(project?.logos ?? []);
  const problems = [...logos.problems, ...(evidence ? await contentProblems(evidence) : [])];
  if (problems.length) return { ok: false, reason: "problems", problems };
  try {
    return await database().transaction(async (tx) => {
      const importKey = sendingOf(actor.userId, input);
      const own = { organisationId, importKey, logos: logos.read };
      const before = await importedBefore(tx, importKey);
      const imported = before ?? (await write(tx, actor, own, read.archive, now));
      return { ok: true as const, ...imported };
    });
  } catch (error) {
    const unfitting = error instanceof Unfitting ? error.problems : refusedByDatabase(error);
    if (!unfitting) throw error;
    return { ok: false, reason: "problems", problems: unfitting };
  }
}

/** Takes everything back that was written. */
class Unfitting extends Error {
  problems: Problem[];
  constructor(problems: Problem[]) {
    super("A file does not fit this installation");
    this.problems = problems;
  }
}

/** A value or a constraint that no rule of ours foresaw; null where it is something else. */
function refusedByDatabase(error: unknown): Problem[] | null {
  const { cause } = error as { cause?: { code?: string; constraint?: string } };
  if (!/^(22|23|54)/.test(cause?.code ?? "")) return null;
  return [
    {
      path: [],
      reason: "databaseRefused",
      facts: { name: cause?.constraint ?? cause?.code ?? "" },
    },
  ];
}

/** What of a new trip is not in its file as it will be kept. */
type Own = { organisationId: string; importKey: string; logos: readonly ReadLogo[] };

async function write(
  tx: Tx,
  actor: PersonActor,
  { organisationId, importKey, logos }: Own,
  file: TripArchive,
  now: Date,
): Promise<Imported> {
  const { ids, made, problems } = await findOrMake(tx, organisationId, file, logos);
  if (problems.length) throw new Unfitting(problems);
  const slug = await chooseSlug(tx, file.trip.slug);
  const again = slug !== file.trip.slug;
  const owned = { slug, organisationId, importKey, projectId: ids.project };
  const tripId = await writeTrip(tx, owned, file, now);
  await writeSeats(tx, tripId, file, ids);
  if (file.wordings.length) {
    const own = { tripId, organisationId, changedBy: actor.userId, changedAt: now };
    await tx.insert(wording).values(file.wordings.map((one) => ({ ...one, ...own })));
  }
  const userOf = await findOrMakeUsers(tx, ids, file.people);
  const doerOf = await makeDoers(tx, allDoersIn(file), file.trip.slug, now);
  const doerOrActor = (email: string | null) => (email === null ? actor.userId : doerOf(email));
  const planned = await writePlan(tx, { tripId, slug, ids, doerOf: doerOrActor }, file);
  const target = { tripId, ids, planned, userOf, doerOf };
  const written = file.people ? await writePeople(tx, target, file.people) : null;
  const { filesLeft = 0, registrationIds = [] } = written ?? {};
  const proof = { day: planned.day, registrationIds, doerOf };
  const sheetsLeft = file.evidence ? await writeEvidence(tx, proof, file.evidence) : 0;
  await recount(tx, tripId);
  await refusePassedOver(tx, tripId, file, now);
  const people = file.people?.registrations.length ?? 0;
  await recordAudit(tx, actor, {
    action: "trip.import",
    subjectId: tripId,
    tripId,
    organisationId,
    details: { slug, from: file.organiser, again, people, filesLeft, sheetsLeft, made },
  });
  return { tripId, slug, again, people, filesLeft, sheetsLeft };
}

/** One maker of addresses at a time, so that the free one is still free when it is written. */
async function chooseSlug(tx: Tx, wanted: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('trip.slug'))`);
  const rows = await tx
    .select({ slug: trip.slug })
    .from(trip)
    .where(or(eq(trip.slug, wanted), like(trip.slug, `${wanted}-%`)));
  return freeSlug(
    wanted,
    rows.map(({ slug }) => slug),
  );
}

const moment = (text: string | null) => (text === null ? null : new Date(text));

async function writeTrip(
  tx: Tx,
  own: { slug: string; organisationId: string; importKey: string; projectId: string | null },
  { trip: facts }: TripArchive,
  now: Date,
): Promise<string> {
  const [made] = await tx
    .insert(trip)
    .values({
      ...facts,
      ...own,
      registrationOpensAt: new Date(facts.registrationOpensAt),
      registrationDeadline: new Date(facts.registrationDeadline),
      publishedAt: moment(facts.publishedAt),
      cancelledAt: moment(facts.cancelledAt),
      completedAt: moment(facts.completedAt),
      createdAt: new Date(facts.createdAt),
      updatedAt: now,
    })
    .returning({ id: trip.id });
  return (made as { id: string }).id;
}

/** The counters follow when the people are there. */
async function writeSeats(tx: Tx, tripId: string, { seats }: TripArchive, ids: Ids) {
  const { quotas, ...facts } = seats;
  await tx.insert(tripSeat).values({
    tripId,
    capacity: facts.capacity,
    allocationOrder: facts.allocationOrder,
    signOffHours: facts.signOffHours,
    releaseAt: moment(facts.releaseAt),
    releasedAt: moment(facts.releasedAt),
    promotionEndsAt: new Date(facts.promotionEndsAt),
    namesFrozenAt: new Date(facts.namesFrozenAt),
    namesFreedAt: moment(facts.namesFreedAt),
  });
  const rows = quotas.map(({ organisation, ...numbers }) => ({
    ...numbers,
    tripId,
    organisationId: ids.organisation.get(organisation) ?? "",
  }));
  if (rows.length) await tx.insert(quota).values(rows);
}

/** Addresses of all who did something, from publishing to locking a day. */
function allDoersIn({ itinerary, people, evidence }: TripArchive): string[] {
  const published = itinerary.versions.map(({ publishedBy }) => publishedBy);
  const accepted = itinerary.acceptedWarnings.map(({ acceptedBy }) => acceptedBy);
  return [
    ...[...published, ...accepted].flatMap((email) => email ?? []),
    ...(people ? doersIn(people) : []),
    ...(evidence ? evidenceDoersIn(evidence) : []),
  ];
}

/**
 * docs/seats.md, rule 2: nobody waits whom a free seat fits. What became due only since the file was made is left
 * to the next walk of the line.
 */
async function refusePassedOver(
  tx: Tx,
  tripId: string,
  { trip: { cancelledAt } }: TripArchive,
  now: Date,
) {
  const seats = await seatFacts(tx, tripId, { lock: true });
  const due = seats?.releaseAt && !seats.releasedAt && seats.releaseAt <= now;
  if (!seats || due || cancelledAt !== null) return;
  const passedOver = promote(seats, now).length;
  if (passedOver === 0) return;
  const path = ["people", "registrations"];
  throw new Unfitting([{ path, reason: "passedOver", facts: { count: passedOver } }]);
}
