import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { certificate } from "#db/schema/paper.ts";
import { isAdmin, isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { addressees } from "#domain/addressee/queries.ts";
import { personOf, tripOf } from "#domain/addressee/rules.ts";
import type { Addressee, Whose } from "#domain/addressee/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { newestFacts } from "#domain/itinerary/queries.ts";
import { daysPresent } from "#domain/presence/queries.ts";
import { certificateNumber, countedDays, hoursAttended, mayCertify, saysTheSame } from "./rules.ts";
import type { CertificateFacts } from "./schema.ts";

/**
 * Certificates of those who were really present, by surname, among the people whom the actor may have papers for. Each
 * is issued once and keeps its number; where what it says is no longer so, a new one replaces it. Empty while the trip
 * is not over, and where nobody was present on a day that counts.
 */
export async function issueCertificates(
  actor: Actor,
  whose: Whose,
  now: Date,
): Promise<CertificateFacts[]> {
  if (!isPerson(actor)) return [];
  const people = (await addressees(actor, whose)).filter((one) => mayCertify(one, now));
  const [first] = people;
  if (!first) return [];
  const facts = await newestFacts(actor, first.tripId);
  return database().transaction(async (tx) => {
    // Whoever asks at the same time waits, and then finds what was issued.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtext('certificate'), hashtext(${first.tripId}))`,
    );
    const present = await daysPresent(
      tx,
      actor,
      people.map(({ registrationId }) => registrationId),
    );
    const attended = people.flatMap((one) => {
      const days = countedDays(present.get(one.registrationId) ?? [], now);
      return days.length ? [{ ...one, days, hours: hoursAttended(facts, days) }] : [];
    });
    const issued = await inForce(tx, attended);
    const all: CertificateFacts[] = [];
    for (const one of attended) {
      const known = issued.get(one.registrationId);
      const made = await certificateOf(tx, actor, one, known, now);
      if (made) all.push(made);
    }
    if (all.length) {
      await recordAudit(tx, actor, {
        action: "certificate.print",
        subjectId: "registrationId" in whose ? first.registrationId : first.tripId,
        tripId: first.tripId,
        details: { people: all.length },
      });
    }
    return all;
  });
}

type Attended = Addressee & { days: string[]; hours: number | null };

type Issued = Awaited<ReturnType<typeof inForce>> extends Map<string, infer One> ? One : never;

async function certificateOf(
  tx: Tx,
  actor: PersonActor,
  one: Attended,
  known: Issued | undefined,
  now: Date,
): Promise<CertificateFacts | null> {
  const said = { ...personOf(one), tripTitle: one.title, days: one.days, hours: one.hours };
  const same = known && saysTheSame(known, said) ? known : null;
  if (!same && readsOnly(actor, one)) return null;
  const issued = same ?? (await issue(tx, actor, { ...said, replaces: known?.id }, now));
  return {
    certificateId: issued.id,
    number: certificateNumber(issued),
    issuedAt: issued.issuedAt,
    locale: one.locale,
    trip: tripOf(one),
    person: personOf(one),
    days: one.days,
    hours: one.hours,
  };
}

/** An administrator reads what was issued, and issues nothing. */
const readsOnly = (actor: PersonActor, { userId, organiserId }: Attended) =>
  isAdmin(actor) &&
  userId !== actor.userId &&
  !organisationsOf(actor, "organiser").includes(organiserId);

async function issue(
  tx: Tx,
  actor: PersonActor,
  {
    replaces,
    ...said
  }: Omit<typeof certificate.$inferInsert, "issuedBy"> & { replaces: string | undefined },
  now: Date,
) {
  if (replaces) {
    await tx.update(certificate).set({ replacedAt: now }).where(eq(certificate.id, replaces));
  }
  const [made] = await tx
    .insert(certificate)
    .values({ ...said, issuedAt: now, issuedBy: actor.userId })
    .returning({
      id: certificate.id,
      serial: certificate.serial,
      issuedAt: certificate.issuedAt,
      importedNumber: certificate.importedNumber,
    });
  return made as Pick<Issued, "id" | "serial" | "issuedAt" | "importedNumber">;
}

async function inForce(tx: Tx, people: readonly { registrationId: string }[]) {
  const ids = people.map(({ registrationId }) => registrationId);
  const rows = await tx
    .select({
      id: certificate.id,
      serial: certificate.serial,
      issuedAt: certificate.issuedAt,
      importedNumber: certificate.importedNumber,
      registrationId: certificate.registrationId,
      name: certificate.name,
      organisation: certificate.organisation,
      institution: certificate.institution,
      position: certificate.position,
      tripTitle: certificate.tripTitle,
      days: certificate.days,
      hours: certificate.hours,
    })
    .from(certificate)
    .where(and(inArray(certificate.registrationId, ids), isNull(certificate.replacedAt)))
    .orderBy(asc(certificate.serial));
  return new Map(rows.map((row) => [row.registrationId, row]));
}
