import type { Actor } from "#domain/actor/schema.ts";
import type { CertificateFacts } from "#domain/certificate/schema.ts";
import type { InvitationFacts } from "#domain/letter/schema.ts";
import { wordingOf } from "#domain/wording/queries.ts";
import { env } from "#lib/env.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { certificatePage, certificatePaper } from "./certificate-paper.ts";
import { invitationLetter, invitationPaper } from "./letter-paper.ts";
import type { Paper } from "./render.ts";

/** Invitations of one trip as one paper, in the organiser's own words where there are any. */
export async function invitationDocument(
  actor: Actor,
  letters: readonly InvitationFacts[],
  locale: Locale,
  now: Date,
): Promise<Paper> {
  return (await invitationDocuments(actor, letters, now))(letters, locale);
}

/** Certificates of one trip as one paper; each leads to the page that confirms it. */
export async function certificateDocument(
  actor: Actor,
  certificates: readonly CertificateFacts[],
  locale: Locale,
): Promise<Paper> {
  return (await certificateDocuments(actor, certificates))(certificates, locale);
}

/** Writes any of these invitations as one paper, each letter once however many papers it is in. */
export async function invitationDocuments(
  actor: Actor,
  letters: readonly InvitationFacts[],
  now: Date,
): Promise<(some: readonly InvitationFacts[], locale: Locale) => Paper> {
  const wording = await wordingOfTrip(actor, letters, "invitation");
  const letterOf = once((one: InvitationFacts) => invitationLetter(one, wording, now));
  return (some, locale) => ({
    name: "letter",
    words: invitationPaper(some, locale, letterOf),
    madeAt: now,
  });
}

/** The same for certificates. */
export async function certificateDocuments(
  actor: Actor,
  certificates: readonly CertificateFacts[],
): Promise<(some: readonly CertificateFacts[], locale: Locale) => Paper> {
  const wording = await wordingOfTrip(actor, certificates, "certificate");
  const pageOf = once((one: CertificateFacts) =>
    certificatePage(one, wording, certificateAddress(one.certificateId, one.locale)),
  );
  return (some, locale) => {
    const issued = Math.max(0, ...some.map(({ issuedAt }) => issuedAt.getTime()));
    const words = certificatePaper(some, locale, pageOf);
    return { name: "certificate", words, madeAt: new Date(issued) };
  };
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

/** What is made of each facts is made when it is asked for first. */
function once<Facts extends object, Made>(make: (facts: Facts) => Made): (facts: Facts) => Made {
  const made = new WeakMap<Facts, Made>();
  return (facts) => {
    const known = made.get(facts) ?? make(facts);
    made.set(facts, known);
    return known;
  };
}
