import type { AddresseeFacts } from "#domain/letter/schema.ts";
import type { PaperTrip } from "#domain/paper/schema.ts";
import type { Addressee } from "./schema.ts";

/** The trip of an addressee as papers tell it. */
export function tripOf(one: Addressee): PaperTrip {
  const { organiserId, tripId, slug, title, dates, project } = one;
  const { organiserName: lv, organiserNameEn: en } = one;
  return { tripId, slug, title, dates, organiserId, organiser: en ? { lv, en } : { lv }, project };
}

/** The addressee as papers name somebody. */
export function personOf(one: Addressee): AddresseeFacts {
  const { registrationId, name, organisation, authority, institution, position } = one;
  return { registrationId, name, organisation, authority, institution, position };
}
