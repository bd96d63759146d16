import { database } from "#db/client.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { addressees } from "#domain/addressee/queries.ts";
import { personOf, tripOf } from "#domain/addressee/rules.ts";
import type { Addressee, Whose } from "#domain/addressee/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { newestFacts } from "#domain/itinerary/queries.ts";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { departureOf, homecomingOf, visitsOf } from "./rules.ts";
import type { InvitationFacts } from "./schema.ts";

/**
 * Invitations of people with a confirmed seat, by surname, among those whom the actor may have papers for. Empty where
 * there are none, and for a trip that is cancelled. Reading them is recorded.
 */
export async function invitations(actor: Actor, whose: Whose): Promise<InvitationFacts[]> {
  const rows = (await addressees(actor, whose)).filter(
    ({ confirmedAt, withdrawnAt, cancelledAt }) => confirmedAt && !withdrawnAt && !cancelledAt,
  );
  const [first] = rows;
  if (!first) return [];
  await recordAudit(database(), actor, {
    action: "invitation.print",
    subjectId: "registrationId" in whose ? first.registrationId : first.tripId,
    tripId: first.tripId,
    details: { people: rows.length },
  });
  const facts = await newestFacts(actor, first.tripId);
  return rows.map((row) => invitationOf(row, facts));
}

function invitationOf(row: Addressee, facts: ItineraryFacts | null): InvitationFacts {
  const { aim, costs, contactName, contactPhone, departsAt, pickupPlace, pickupSpot } = row;
  const from = [pickupPlace, pickupSpot].filter(Boolean).join(", ");
  return {
    locale: row.locale,
    trip: tripOf(row),
    person: personOf(row),
    aim,
    costs,
    contact: [contactName, contactPhone].filter(Boolean).join(", ") || null,
    departure: departsAt ? { at: departsAt, from } : departureOf(facts),
    homecoming: homecomingOf(facts),
    visits: visitsOf(facts),
    days: facts?.days ?? [],
    timesIllustrative: facts?.timesIllustrative ?? false,
  };
}
