import { eq, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { certificate } from "#db/schema/paper.ts";
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
  /** Whose trip it was in another installation, where the certificate came from there with the trip's file. */
  importedFrom: string | null;
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
      replaced: sql<boolean>`${certificate.replacedAt} is not null`,
    })
    .from(certificate)
    .where(eq(certificate.id, certificateId));
  if (!row) return null;
  const { serial, registrationId, replaced, importedNumber, ...facts } = row;
  const present = await daysPresent(database(), actor, [registrationId]);
  const counted = countedDays(present.get(registrationId) ?? [], now);
  const same = String(counted) === String(row.days);
  return { ...facts, number: certificateNumber(row), inForce: !replaced && same };
}
