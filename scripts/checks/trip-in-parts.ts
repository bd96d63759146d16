import { randomUUID } from "node:crypto";
import { addItem } from "#domain/agenda/commands.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { type PartReference, wholeDay } from "#domain/day-part/schema.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { addDays, type IsoDate, momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aRegistration, aTrip, tripFacts } from "./factories.ts";

const done = <Value extends object>(made: ({ ok: true } & Value) | { ok: false }) => {
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made;
};

/**
 * A published trip of one day with a pick-up at 7.30 and a visit from 10.00 to 11.30 in its itinerary. Anna and Jānis get
 * on at the pick-up, Zane elsewhere.
 */
export async function aTripInParts(date: IsoDate = "2026-06-12") {
  const now = momentInRiga(addDays(date, -20), "12:00");
  const morning = momentInRiga(date, "08:00");
  const organisationId = await anOrganisation("municipality");
  const organiser = await aPerson({ role: "organiser", organisationId });
  const crew = await aPerson({ role: "crew", organisationId });
  const facts = tripFacts(
    { organisationId, placeId: await aPlace() },
    {
      dates: [date],
      registrationOpensAt: now,
      registrationDeadline: momentInRiga(addDays(date, -10), "17:00"),
      slug: `trip-${randomUUID()}`,
    },
  );
  const { tripId, slug } = await aTrip(organiser, facts);
  const none = { note: null, hostId: null, placeId: null, speakerIds: [] };
  const visit = { kind: "visit" as const, starts: "10:00", ends: "11:30", ...none };
  const { itemId } = done(
    await addItem(organiser, { ...visit, title: { lv: "Pilsētas dome" }, tripId, date }, now),
  );
  done(await publishTrip(organiser, { tripId }, now));
  done(await publishItinerary(organiser, { tripId, note: "Pirmā" }, now));
  const bus = { tripId, name: "Autobuss", seats: 20, driverName: null, driverPhone: null };
  const { vehicleId } = done(await saveVehicle(organiser, bus, now));
  const stop = { tripId, vehicleId, placeId: null, spot: "pie domes", date, clock: "07:30" };
  const { pickupId } = done(await savePickup(organiser, { ...stop, organisationId: null }, now));
  const seat = { tripId, organisationId, confirmedAt: now };
  const anna = await aRegistration({ ...seat, pickupId });
  const janis = await aRegistration({
    ...seat,
    pickupId,
    givenName: "Jānis",
    familyName: "Kalniņš",
  });
  const zane = await aRegistration({ ...seat, givenName: "Zane", familyName: "Ozola" });
  return {
    organisationId,
    organiser,
    crew,
    tripId,
    slug,
    date,
    day: { tripId, date },
    morning,
    after: momentInRiga(addDays(date, 1), "09:00"),
    itemId,
    visit: { ...wholeDay, agendaItemId: itemId },
    stop: { ...wholeDay, pickupId },
    anna,
    janis,
    zane,
    mark: (registrationId: string, part: PartReference, present = true, by = organiser) => {
      const made = { id: randomUUID(), tripId, registrationId, date, present, ...part };
      return recordAttendance(by, { ...made, device: "page", deviceAt: morning }, morning);
    },
  };
}
