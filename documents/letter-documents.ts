import type { Actor } from "#domain/actor/schema.ts";
import type { CertificateFacts } from "#domain/certificate/schema.ts";
import type { InvitationFacts } from "#domain/letter/schema.ts";
import { wordingOf } from "#domain/wording/queries.ts";
import { env } from "#lib/env.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { certificatePaper } from "./certificate-paper.ts";
import { invitationPaper } from "./letter-paper.ts";
import type { Paper } from "./render.ts";

/** Invitations of one trip as one paper, in the organiser's own words where there are any. */
export async function invitationDocument(
  actor: Actor,
  letters: readonly InvitationFacts[],
  locale: Locale,
  now: Date,
): Promise<Paper> {
  const wording = await wordingOfTrip(actor, letters, "invitation");
  return {
    name: "letter",
    words: invitationPaper(letters, { locale, wording, printedAt: now }),
    madeAt: now,
  };
}

/** Certificates of one trip as one paper; each leads to the page that confirms it. */
export async function certificateDocument(
  actor: Actor,
  certificates: readonly CertificateFacts[],
  locale: Locale,
): Promise<Paper> {
  const wording = await wordingOfTrip(actor, certificates, "certificate");
  const issued = Math.max(0, ...certificates.map(({ issuedAt }) => issuedAt.getTime()));
  const words = certificatePaper(certificates, { locale, wording, addressOf: certificateAddress });
  return { name: "certificate", words, madeAt: new Date(issued) };
}

/** Where anybody may check a certificate. */
export const certificateAddress = (certificateId: string, locale: Locale) =>
  env().APP_URL + localePath(locale, `/certificates/${certificateId}`);

function wordingOfTrip(
  actor: Actor,
  [first]: readonly { trip: { tripId: string; organiserId: string } }[],
  paper: "invitation" | "certificate",
) {
  return first
    ? wordingOf(actor, { organisationId: first.trip.organiserId, tripId: first.trip.tripId }, paper)
    : Promise.resolve({});
}
