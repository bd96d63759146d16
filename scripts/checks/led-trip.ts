import type { PersonActor } from "#domain/actor/schema.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "./factories.ts";

export const published = momentInRiga("2026-05-10", "12:00");
/** On its first day. */
export const onTheWay = momentInRiga("2026-06-12", "10:00");
export const longAfter = momentInRiga("2026-07-12", "10:00");

export type LedTrip = {
  organisationId: string;
  organiser: PersonActor;
  crew: PersonActor;
  slug: string;
  tripId: string;
};

/** A trip of 12 and 13 June 2026 that was published in May, with one who organises it and one who leads it. */
export async function aLedTrip(): Promise<LedTrip> {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const crew = await aPerson({ role: "crew", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  const made = await aTrip(organiser, facts);
  await publishTrip(organiser, { tripId: made.tripId }, published);
  return { organisationId, organiser, crew, ...made };
}
