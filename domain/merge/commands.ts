import { and, eq, inArray, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation, speaker } from "#db/schema/organisation.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { recount } from "#domain/line/commands.ts";
import type { Result } from "#lib/result.ts";

type Merge = {
  /** The duplicate, which goes. */
  from: string;
  /** The one that stays. */
  into: string;
};

/** Columns that point at an organisation and simply follow it; those with keys of their own are moved below. */
export const followingColumns: readonly [table: string, column: string][] = [
  ["agenda_item", "host_id"],
  ["delegation", "organisation_id"],
  ["pickup", "organisation_id"],
  ["registration", "organisation_id"],
  ["walk_in", "organisation_id"],
  ["speaker", "organisation_id"],
  ["user", "organisation_id"],
  ["organisation_domain", "organisation_id"],
  ["project", "organisation_id"],
  ["trip", "organisation_id"],
];

/** Columns that are part of a key: what both have is joined. */
export const joinedColumns: readonly [table: string, column: string][] = [
  ["coordinator_request", "organisation_id"],
  ["invitation", "organisation_id"],
  ["membership", "organisation_id"],
  ["organisation_former_name", "organisation_id"],
  ["organisation_successor", "organisation_id"],
  ["organisation_successor", "successor_id"],
  ["quota", "organisation_id"],
  ["wording", "organisation_id"],
];

/**
 * Makes one of two hosts or other organisations that are the same: everything that points at the one points at
 * the other afterwards, seats of a trip on which both had some are added up, and the duplicate is gone.
 */
export async function mergeRecords(
  actor: Actor,
  { from, into }: Merge,
  _now: Date,
): Promise<Result<object, "notFound" | "sameRecord">> {
  if (organisationsOf(actor, "organiser").length === 0) return notFound;
  if (from === into) return { ok: false, reason: "sameRecord" };
  return database().transaction(async (tx) => {
    const known = await tx
      .select({ id: organisation.id, name: organisation.name })
      .from(organisation)
      .where(
        and(
          inArray(sql`${organisation.id}::text`, [from, into]),
          sql`${organisation.kind} in ('host', 'other')`,
        ),
      )
      .for("update");
    const gone = known.find(({ id }) => id === from);
    if (!gone || known.length < 2) return notFound;
    const trips = await joinQuotas(tx, { from, into });
    for (const [table, column] of followingColumns) {
      await tx.execute(
        sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${into}
          where ${sql.identifier(column)} = ${from}`,
      );
    }
    await joinKeys(tx, { from, into });
    await tx.delete(organisation).where(eq(organisation.id, from));
    for (const tripId of trips) await recount(tx, tripId);
    await recordAudit(tx, actor, {
      action: "host.merge",
      subjectId: into,
      organisationId: into,
      details: { from, name: gone.name, trips: trips.length },
    });
    return { ok: true };
  });
}

/** Makes one of two records of the same speaker. */
export async function mergeSpeakers(
  actor: Actor,
  { from, into }: Merge,
  _now: Date,
): Promise<Result<object, "notFound" | "sameRecord">> {
  if (organisationsOf(actor, "organiser").length === 0) return notFound;
  if (from === into) return { ok: false, reason: "sameRecord" };
  return database().transaction(async (tx) => {
    const known = await tx
      .select({ id: speaker.id })
      .from(speaker)
      .where(inArray(sql`${speaker.id}::text`, [from, into]))
      .for("update");
    if (known.length < 2) return notFound;
    await tx.execute(sql`
      delete from agenda_item_speaker one where speaker_id = ${from} and exists (
        select from agenda_item_speaker other
        where other.agenda_item_id = one.agenda_item_id and other.speaker_id = ${into})`);
    await tx.execute(sql`
      update agenda_item_speaker set speaker_id = ${into} where speaker_id = ${from}`);
    await tx.delete(speaker).where(eq(speaker.id, from));
    const details = { from };
    await recordAudit(tx, actor, { action: "speaker.merge", subjectId: into, details });
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

/** The trips whose seats have to be counted anew: their rows are held, and both quotas are one. */
async function joinQuotas(tx: Tx, { from, into }: Merge): Promise<string[]> {
  const { rows } = await tx.execute<{ trip_id: string }>(sql`
    select s.trip_id from trip_seat s join quota q on q.trip_id = s.trip_id
    where q.organisation_id = ${from} order by s.trip_id for update of s`);
  await tx.execute(sql`
    update quota kept set guaranteed = kept.guaranteed + gone.guaranteed, taken = kept.taken + gone.taken,
      waiting = kept.waiting + gone.waiting, maximum = kept.maximum + gone.maximum
    from quota gone where gone.organisation_id = ${from} and kept.organisation_id = ${into}
      and kept.trip_id = gone.trip_id`);
  await tx.execute(sql`
    delete from quota gone where organisation_id = ${from} and exists (
      select from quota kept where kept.organisation_id = ${into} and kept.trip_id = gone.trip_id)`);
  await tx.execute(sql`update quota set organisation_id = ${into} where organisation_id = ${from}`);
  return rows.map(({ trip_id }) => trip_id);
}

/** Roles, requests, invitations, words of papers, former names and successors that only the duplicate has go over; those that both have, once. */
async function joinKeys(tx: Tx, { from, into }: Merge): Promise<void> {
  await tx.execute(sql`
    delete from membership one where organisation_id = ${from} and exists (select from membership other
      where other.organisation_id = ${into} and other.user_id = one.user_id and other.role = one.role)`);
  await tx.execute(
    sql`update membership set organisation_id = ${into} where organisation_id = ${from}`,
  );
  await tx.execute(sql`
    delete from coordinator_request one where organisation_id = ${from} and decided_by is null and exists (
      select from coordinator_request other where other.organisation_id = ${into}
        and other.user_id = one.user_id and other.decided_by is null)`);
  await tx.execute(
    sql`update coordinator_request set organisation_id = ${into} where organisation_id = ${from}`,
  );
  await tx.execute(sql`
    update invitation one set revoked_at = now() where organisation_id = ${from} and revoked_at is null
      and exists (select from invitation other where other.organisation_id = ${into}
        and other.trip_id = one.trip_id and other.revoked_at is null)`);
  await tx.execute(
    sql`update invitation set organisation_id = ${into} where organisation_id = ${from}`,
  );
  await tx.execute(sql`
    delete from wording one where organisation_id = ${from} and exists (select from wording other
      where other.organisation_id = ${into} and other.paper = one.paper
        and other.trip_id is not distinct from one.trip_id)`);
  await tx.execute(
    sql`update wording set organisation_id = ${into} where organisation_id = ${from}`,
  );
  await tx.execute(sql`
    delete from organisation_former_name one where organisation_id = ${from} and exists (
      select from organisation_former_name other
      where other.organisation_id = ${into} and other.valid_to = one.valid_to)`);
  await tx.execute(
    sql`update organisation_former_name set organisation_id = ${into} where organisation_id = ${from}`,
  );
  await tx.execute(sql`
    insert into organisation_successor (organisation_id, successor_id)
    select case when organisation_id = ${from} then ${into} else organisation_id end,
      case when successor_id = ${from} then ${into}::uuid else successor_id end
    from organisation_successor where ${from} in (organisation_id, successor_id)
    on conflict do nothing`);
  await tx.execute(
    sql`delete from organisation_successor where ${from} in (organisation_id, successor_id)`,
  );
}
