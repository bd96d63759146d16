import { badgeAddress } from "#documents/badge-address.ts";
import { certificateDocument, invitationDocument } from "#documents/letter-documents.ts";
import { personalWords } from "#documents/personal-words.ts";
import type { Paper } from "#documents/render.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { issueCertificates } from "#domain/certificate/commands.ts";
import { publishedItinerary, publishedVersion } from "#domain/itinerary/queries.ts";
import { invitations } from "#domain/letter/queries.ts";
import { notePrinted } from "#domain/traveller/commands.ts";
import { traveller } from "#domain/traveller/queries.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import type { Locale } from "#lib/locales.ts";
import { itineraryDocument } from "../../../itinerary-document.ts";
import { readItineraryChoice } from "../../../read-itinerary-choice.ts";

export type Wanted = {
  actor: Actor;
  registrationId: string;
  locale: Locale;
  url: string;
  now: Date;
};

/** The newest itinerary with what concerns the traveller alone, and marks at what is new since the last print. */
export async function ownItinerary({
  actor,
  registrationId,
  locale,
  url,
  now,
}: Wanted): Promise<Paper | null> {
  const own = await traveller(actor, registrationId, now);
  const choice = readItineraryChoice(url);
  const itinerary = own && choice ? await publishedItinerary(actor, own.tripSlug) : null;
  if (!own || !choice || !itinerary?.facts) return null;
  const { facts, cancelledAt } = itinerary;
  const before = choice.since ?? own.printed;
  const known = before ? await publishedVersion(actor, own.tripSlug, before) : null;
  const since = known && known.facts.number < facts.number ? known.facts : null;
  await notePrinted(actor, { registrationId, number: facts.number }, now);
  const personal = personalWords(own, {
    locale,
    t: textsIn(locale),
    address: badgeAddress(own.badge, locale),
  });
  return itineraryDocument(facts, {
    locale,
    ...choice,
    since,
    cancelled: Boolean(cancelledAt),
    printedAt: now,
    personal,
  });
}

/** The invitation of one person, in the language of the page. */
export async function ownInvitation({
  actor,
  registrationId,
  locale,
  now,
}: Wanted): Promise<Paper | null> {
  const letters = await invitations(actor, { registrationId });
  const own = letters.map((one) => ({ ...one, locale }));
  return own.length ? invitationDocument(actor, own, locale, now) : null;
}

/** The certificate of one person, in the language of the page; issued when it is asked for first. */
export async function ownCertificate({
  actor,
  registrationId,
  locale,
  now,
}: Wanted): Promise<Paper | null> {
  const certificates = await issueCertificates(actor, { registrationId }, now);
  const own = certificates.map((one) => ({ ...one, locale }));
  return own.length ? certificateDocument(actor, own, locale) : null;
}
