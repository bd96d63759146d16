import { randomUUID } from "node:crypto";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aRegistration, aTrip, tripFacts } from "./factories.ts";

const published = momentInRiga("2026-05-10", "12:00");

/** The only day of a published trip, its evening, and how somebody gets a seat on it and a mark. */
export async function aDayOfTrip() {
  const date = "2026-06-12";
  const evening = momentInRiga(date, "20:00");
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() }, { dates: [date] });
  const { tripId, slug } = await aTrip(organiser, facts);
  await publishTrip(organiser, { tripId }, published);
  return {
    organisationId,
    organiser,
    tripId,
    slug,
    day: { tripId, date },
    evening,
    somebody: (familyName = "Bērziņa") =>
      aRegistration({ tripId, organisationId, confirmedAt: published, familyName }),
    mark: (registrationId: string, present = true, id: string = randomUUID()) => {
      const made = { id, tripId, registrationId, date, present };
      const by = { device: "phone", deviceAt: evening };
      return recordAttendance(organiser, { ...made, ...by }, evening);
    },
  };
}

export type DayOfTrip = Awaited<ReturnType<typeof aDayOfTrip>>;
