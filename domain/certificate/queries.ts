import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { certificate } from "#db/schema/paper.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { IsoDate } from "#lib/dates.ts";
import { certificateNumber } from "./rules.ts";

/** What whoever holds a certificate may check: nothing beyond name, trip and days. */
export type ConfirmedCertificate = {
  number: string;
  name: string;
  tripTitle: LocalizedText;
  days: IsoDate[];
  issuedAt: Date;
  /** It was corrected later: another certificate says what is so. */
  replaced: boolean;
};

/** The certificate whose code was read; null where none was issued. */
export async function confirmedCertificate(
  _actor: Actor,
  certificateId: string,
): Promise<ConfirmedCertificate | null> {
  const [row] = await database()
    .select({
      serial: certificate.serial,
      name: certificate.name,
      tripTitle: certificate.tripTitle,
      days: certificate.days,
      issuedAt: certificate.issuedAt,
      replaced: sql<boolean>`${certificate.replacedAt} is not null`,
    })
    .from(certificate)
    .where(sql`${certificate.id}::text = ${certificateId}`);
  if (!row) return null;
  const { serial, ...facts } = row;
  return { ...facts, number: certificateNumber(serial, row.issuedAt) };
}
