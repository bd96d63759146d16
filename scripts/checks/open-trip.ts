import { randomUUID } from "node:crypto";
import type { PersonActor } from "#domain/actor/schema.ts";
import type { NewTrip } from "#domain/trip/schema.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "./factories.ts";

const day = 24 * 60 * 60_000;

export type OpenTrip = {
  tripId: string;
  slug: string;
  /** Calendar date of its only day, a month from now. */
  date: string;
  organiser: PersonActor;
  organisationId: string;
};

/** A published trip that takes registrations at this moment, of an organisation of its own. */
export async function anOpenTrip(changes: Partial<NewTrip> = {}): Promise<OpenTrip> {
  const now = new Date();
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const date = addDays(dateInRiga(now), 30);
  const facts = tripFacts(
    { organisationId, placeId: await aPlace() },
    {
      dates: [date],
      registrationOpensAt: new Date(now.getTime() - day),
      registrationDeadline: new Date(now.getTime() + 10 * day),
      slug: `trip-${randomUUID()}`,
      ...changes,
    },
  );
  const { tripId, slug } = await aTrip(organiser, facts);
  const published = await publishTrip(organiser, { tripId }, now);
  if (!published.ok) throw new Error(published.reason);
  return { tripId, slug, date, organiser, organisationId };
}
