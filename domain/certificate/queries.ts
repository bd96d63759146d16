import { eq, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation } from "#db/schema/organisation.ts";
import { certificate } from "#db/schema/paper.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { daysPresent } from "#domain/presence/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { certificateNumber, countedDays } from "./rules.ts";

/** What whoever holds a certificate may check: nothing beyond name, trip and days. */
export type ConfirmedCertificate = {
  number: string;
  name: string;
  tripTitle: LocalizedText;
  days: IsoDate[];
  issuedAt: Date;
  /** Whose trip it was in another installation by the trip's file, and which organisation brought that here. */
  imported: { from: string; by: string } | null;
  /** What it says is still so: no other has replaced it, and the marks of presence say the same. */
  inForce: boolean;
};

/** The certificate whose code was read; null where none was issued. */
export async function confirmedCertificate(
  actor: Actor,
  certificateId: string,
  now: Date,
): Promise<ConfirmedCertificate | null> {
  if (!z.guid().safeParse(certificateId).success) return null;
  const [row] = await database()
    .select({
      registrationId: certificate.registrationId,
      serial: certificate.serial,
      name: certificate.name,
      tripTitle: certificate.tripTitle,
      days: certificate.days,
      issuedAt: certificate.issuedAt,
      importedNumber: certificate.importedNumber,
      importedFrom: certificate.importedFrom,
      importedBy: organisation.name,
      replaced: sql<boolean>`${certificate.replacedAt} is not null`,
    })
    .from(certificate)
    .innerJoin(registration, eq(registration.id, certificate.registrationId))
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(organisation, eq(organisation.id, trip.organisationId))
    .where(eq(certificate.id, certificateId));
  if (!row) return null;
  const { serial, registrationId, replaced, importedNumber, importedFrom, importedBy, ...facts } =
    row;
  const present = await daysPresent(database(), actor, [registrationId]);
  const counted = countedDays(present.get(registrationId) ?? [], now);
  const same = String(counted) === String(row.days);
  return {
    ...facts,
    number: certificateNumber(row),
    imported: importedFrom === null ? null : { from: importedFrom, by: importedBy },
    inForce: !replaced && same,
  };
}
