import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation } from "#db/schema/organisation.ts";
import { wording } from "#db/schema/paper.ts";
import { quota, trip, tripSeat } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { evidenceOfTrip } from "#domain/archive-evidence/queries.ts";
import { countsOfTrip, peopleOfTrip } from "#domain/archive-people/queries.ts";
import { planOfTrip } from "#domain/archive-plan/queries.ts";
import { type Names, registerOfTrip } from "#domain/archive-register/queries.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { Imported, TripArchive } from "./schema.ts";

/** Personal data, and with it the contents of signed sheets. */
type WantedParts = { people: boolean; sheets?: boolean };

/**
 * A whole trip of an own organisation, as it is at one moment, for another installation. Personal data only where
 * `people` asks for it; that it was read is recorded. Null to everybody else.
 */
export async function archiveOfTrip(
  actor: Actor,
  slug: string,
  wanted: WantedParts = { people: false },
): Promise<TripArchive | null> {
  return database().transaction(
    async (tx) => {
      const found = await ownTrip(tx, actor, slug);
      if (!found) return null;
      const { tripId, organisationId, organiser, seats, ...facts } = found;
      const { register, names } = await registerOfTrip(tx, tripId, wanted);
      const { plan, names: planNames } = await planOfTrip(tx, tripId, { ...wanted, names });
      const everyName = { ...names, ...planNames };
      const archive = {
        format: "pieredze-trip",
        version: 1,
        organiser,
        trip: wanted.people ? facts : { ...facts, contactName: null, contactPhone: null },
        seats: { ...seats, quotas: await quotasOf(tx, tripId, names) },
        wordings: await wordingsOf(tx, { tripId, organisationId }),
        ...register,
        ...plan,
        counts: await countsOfTrip(tx, tripId),
        people: wanted.people ? await peopleOfTrip(tx, tripId, { names: everyName }) : null,
      };
      const { people, sheets = false } = wanted;
      const evidence = people
        ? await evidenceOfTrip(tx, tripId, { contents: sheets, organiser })
        : null;
      const details = people ? { people, sheets } : { people };
      const entry = { action: "trip.export", subjectId: tripId, tripId, organisationId, details };
      await recordAudit(tx, actor, entry);
      return asInFile({ ...archive, evidence }) as TripArchive;
    },
    { isolationLevel: "repeatable read" },
  );
}

/**
 * What came of a sending that was imported before; null where it was not. Held until the transaction ends, so that the
 * same one waits for this.
 */
export async function importedBefore(tx: Tx, importKey: string): Promise<Imported | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${importKey}, 0))`);
  const [found] = await tx
    .select({ tripId: trip.id, slug: trip.slug, details: auditEntry.details })
    .from(trip)
    .innerJoin(
      auditEntry,
      and(eq(auditEntry.tripId, trip.id), eq(auditEntry.action, "trip.import")),
    )
    .where(eq(trip.importKey, importKey));
  if (!found) return null;
  const { again, people, filesLeft, sheetsLeft } = found.details as Omit<
    Imported,
    "tripId" | "slug"
  >;
  return { tripId: found.tripId, slug: found.slug, again, people, filesLeft, sheetsLeft };
}

/** Moments become texts, as they stand in the file. The longest texts of it are not copied for that. */
function asInFile(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(asInFile);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, asInFile(inner)]));
}

async function ownTrip(tx: Tx, actor: Actor, slug: string) {
  const [found] = await tx
    .select({
      tripId: trip.id,
      organisationId: trip.organisationId,
      organiser: organisation.name,
      slug: trip.slug,
      title: trip.title,
      aim: trip.aim,
      costs: trip.costs,
      contactName: trip.contactName,
      contactPhone: trip.contactPhone,
      topics: trip.topics,
      languages: trip.languages,
      travelSpeed: trip.travelSpeed,
      registrationOpensAt: trip.registrationOpensAt,
      registrationDeadline: trip.registrationDeadline,
      timesIllustrative: trip.timesIllustrative,
      invitationOnly: trip.invitationOnly,
      needsKeptDays: trip.needsKeptDays,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      cancelReason: trip.cancelReason,
      completedAt: trip.completedAt,
      createdAt: trip.createdAt,
      seats: {
        capacity: tripSeat.capacity,
        allocationOrder: tripSeat.allocationOrder,
        releaseAt: tripSeat.releaseAt,
        releasedAt: tripSeat.releasedAt,
        promotionEndsAt: tripSeat.promotionEndsAt,
        namesFrozenAt: tripSeat.namesFrozenAt,
        namesFreedAt: tripSeat.namesFreedAt,
        signOffHours: tripSeat.signOffHours,
      },
    })
    .from(trip)
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .where(
      and(eq(trip.slug, slug), inArray(trip.organisationId, organisationsOf(actor, "organiser"))),
    );
  return found ?? null;
}

/** The words that papers of the trip have: also those that its organisation wrote for all of its trips. */
async function wordingsOf(
  tx: Tx,
  { tripId, organisationId }: Record<"tripId" | "organisationId", string>,
) {
  const rows = await tx
    .select({ paper: wording.paper, texts: wording.texts })
    .from(wording)
    .where(
      and(
        eq(wording.organisationId, organisationId),
        or(eq(wording.tripId, tripId), isNull(wording.tripId)),
      ),
    )
    .orderBy(asc(wording.paper), sql`${wording.tripId} is not null`);
  return [...Map.groupBy(rows, ({ paper }) => paper)].map(([paper, those]) => ({
    paper,
    texts: Object.assign({}, ...those.map(({ texts }) => texts)) as (typeof rows)[number]["texts"],
  }));
}

async function quotasOf(tx: Tx, tripId: string, names: Names) {
  const quotas = await tx
    .select({
      organisationId: quota.organisationId,
      guaranteed: quota.guaranteed,
      maximum: quota.maximum,
    })
    .from(quota)
    .where(eq(quota.tripId, tripId))
    .orderBy(asc(sql`(select name from organisation where id = ${quota.organisationId})`));
  return quotas.map(({ organisationId, ...one }) => ({
    organisation: names.organisation.get(organisationId) ?? "",
    ...one,
  }));
}
