import { asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Tx } from "#db/client.ts";
import { certificate } from "#db/schema/paper.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { dayLock, signature, signedSheet } from "#db/schema/sheet.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { addressInFile } from "#domain/archive-doer/queries.ts";
import { certificateNumber } from "#domain/certificate/rules.ts";
import { pixelsOf } from "#lib/picture.ts";
import { fittingSheets } from "./rules.ts";

type Wanted = {
  /** Contents of signed sheets, as many as fit. */
  contents: boolean;
  organiser: string;
};

/**
 * What proves who was there on a trip. Moments are Dates, which JSON writes in UTC. The caller has seen that the actor
 * may read the trip.
 */
export async function evidenceOfTrip(tx: Tx, tripId: string, { contents, organiser }: Wanted) {
  const rows = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.tripId, tripId))
    .orderBy(asc(registration.line));
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]));
  const numberOf = <Facts extends { registrationId: string }>({
    registrationId,
    ...facts
  }: Facts) => ({
    ...facts,
    registration: numbers.get(registrationId) ?? 0,
  });
  return {
    sheets: await sheetsOf(tx, tripId, contents),
    signatures: (await signaturesOf(tx, tripId)).map(({ explanation, ...facts }) => ({
      ...numberOf(facts),
      ...(explanation === null ? {} : { explanation }),
    })),
    locks: await locksOf(tx, tripId),
    certificates: (await certificatesOf(tx, tripId)).map(
      ({ serial, importedNumber, importedFrom, ...facts }) => ({
        ...numberOf(facts),
        number: certificateNumber({ serial, importedNumber, issuedAt: facts.issuedAt }),
        issuer: importedFrom ?? organiser,
      }),
    ),
  };
}

/** How many signed sheets an own trip has, of how many bytes, and how many of them go into one file; null where none is. */
export async function sheetsToTake(
  actor: Actor,
  slug: string,
): Promise<{ sheets: number; bytes: number; fitting: number } | null> {
  const rows = await database()
    .select(sizeColumns)
    .from(signedSheet)
    .innerJoin(tripDay, eq(tripDay.id, signedSheet.tripDayId))
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(
      sql`${trip.slug} = ${slug} and ${inArray(trip.organisationId, organisationsOf(actor, "organiser"))}`,
    )
    .orderBy(...sheetOrder);
  const bytes = rows.reduce((sum, one) => sum + one.bytes, 0);
  const { length: fitting } = fittingSheets(await withPixels(database(), rows));
  return rows.length ? { sheets: rows.length, bytes, fitting } : null;
}

/** By which it is seen whether a sheet fits: a picture mostly says in its beginning how large it is. */
const sizeColumns = {
  id: signedSheet.id,
  bytes: signedSheet.bytes,
  type: signedSheet.type,
  head: sql<Buffer>`case when ${signedSheet.type} <> 'application/pdf'
    then substring(${signedSheet.content} from 1 for 4096) end`,
};

type Sized = { id: string; type: string; head: Buffer | null };

async function withPixels<Row extends Sized>(tx: Tx, rows: readonly Row[]) {
  const sized: (Omit<Row, "head"> & { pixels: number })[] = [];
  for (const { head, ...row } of rows) {
    const pixels = head === null ? 0 : (await pixelsOf(head)) || (await wholePixels(tx, row.id));
    sized.push({ ...row, pixels });
  }
  return sized;
}

async function wholePixels(tx: Tx, id: string): Promise<number> {
  const [found] = await tx
    .select({ content: signedSheet.content })
    .from(signedSheet)
    .where(eq(signedSheet.id, id));
  return found ? pixelsOf(found.content) : 0;
}

/** Always the same, whatever ids they have. */
const sheetOrder = [asc(signedSheet.addedAt), asc(tripDay.date), asc(signedSheet.sha256)];

async function sheetsOf(tx: Tx, tripId: string, contents: boolean) {
  const sheets = await tx
    .select({
      ...sizeColumns,
      date: tripDay.date,
      name: signedSheet.name,
      sha256: signedSheet.sha256,
      addedBy: addressInFile(user),
      addedAt: signedSheet.addedAt,
    })
    .from(signedSheet)
    .innerJoin(tripDay, eq(tripDay.id, signedSheet.tripDayId))
    .innerJoin(user, eq(user.id, signedSheet.addedBy))
    .where(eq(tripDay.tripId, tripId))
    .orderBy(...sheetOrder);
  const fitting = contents ? fittingSheets(await withPixels(tx, sheets)).map(({ id }) => id) : [];
  const kept = await tx
    .select({ id: signedSheet.id, content: signedSheet.content })
    .from(signedSheet)
    .where(sql`${signedSheet.id} = any(${sql.param(fitting)}::uuid[])`);
  const contentOf = new Map(kept.map(({ id, content }) => [id, content.toString("base64")]));
  return sheets.map(({ id, head: _, ...facts }) => ({
    ...facts,
    content: contentOf.get(id) ?? null,
  }));
}

const signaturesOf = (tx: Tx, tripId: string) =>
  tx
    .select({
      date: tripDay.date,
      registrationId: signature.registrationId,
      signed: signature.signed,
      explanation: signature.explanation,
      readBy: addressInFile(user),
      readAt: signature.readAt,
    })
    .from(signature)
    .innerJoin(tripDay, eq(tripDay.id, signature.tripDayId))
    .innerJoin(user, eq(user.id, signature.readBy))
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(signature.sequence));

const reopener = alias(user, "reopener");

async function locksOf(tx: Tx, tripId: string) {
  const locks = await tx
    .select({
      date: tripDay.date,
      lockedAt: dayLock.lockedAt,
      lockedBy: addressInFile(user),
      present: dayLock.present,
      people: dayLock.people,
      at: dayLock.reopenedAt,
      by: addressInFile(reopener),
      reason: dayLock.reopenReason,
    })
    .from(dayLock)
    .innerJoin(tripDay, eq(tripDay.id, dayLock.tripDayId))
    .innerJoin(user, eq(user.id, dayLock.lockedBy))
    .leftJoin(reopener, eq(reopener.id, dayLock.reopenedBy))
    .where(eq(tripDay.tripId, tripId))
    // One that lasted no time was ended before the next began.
    .orderBy(asc(dayLock.lockedAt), asc(tripDay.date), sql`${dayLock.reopenedAt} nulls last`);
  return locks.map(({ at, by, reason, ...facts }) =>
    at === null ? facts : { ...facts, reopened: { at, by, reason } },
  );
}

const certificatesOf = (tx: Tx, tripId: string) =>
  tx
    .select({
      id: certificate.id,
      serial: certificate.serial,
      importedNumber: certificate.importedNumber,
      importedFrom: certificate.importedFrom,
      registrationId: certificate.registrationId,
      name: certificate.name,
      organisation: certificate.organisation,
      institution: certificate.institution,
      position: certificate.position,
      tripTitle: certificate.tripTitle,
      days: certificate.days,
      hours: certificate.hours,
      issuedAt: certificate.issuedAt,
      issuedBy: addressInFile(user),
      replacedAt: certificate.replacedAt,
    })
    .from(certificate)
    .innerJoin(registration, eq(registration.id, certificate.registrationId))
    .innerJoin(user, eq(user.id, certificate.issuedBy))
    .where(eq(registration.tripId, tripId))
    .orderBy(asc(certificate.serial));
