import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { agendaItem, agendaItemSpeaker } from "#db/schema/itinerary.ts";
import { organisation, speaker } from "#db/schema/organisation.ts";
import { membership, user } from "#db/schema/person.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { newestFacts } from "#domain/itinerary/queries.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { type PeopleChoice, partsOfTrip, peopleOnPaper } from "#domain/paper/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { bySurname, hoursOfDay } from "./rules.ts";
import type { SignatoryFacts, SignatureSheetFacts } from "./schema.ts";

/** The signatures of one day of a trip; null for a day that it does not have, and to whoever may not print them. */
export async function signatureSheet(
  actor: Actor,
  slug: string,
  { date, ...choice }: PeopleChoice & { date: IsoDate },
  now: Date,
): Promise<SignatureSheetFacts | null> {
  const parts = await partsOfTrip(actor, slug, now);
  if (!parts?.trip.dates.includes(date)) return null;
  const only = nameOfChoice(parts, choice);
  if (only === undefined) return null;
  const paper = `signature-sheet ${date}`;
  const found = await peopleOnPaper(actor, slug, { paper, ...choice }, now);
  if (!found) return null;
  const facts = await newestFacts(actor, parts.trip.tripId);
  const day = facts?.days.find((one) => one.date === date);
  const [speakers, organisers] = only === null ? await othersOf(parts.trip.tripId, date) : [[], []];
  return {
    ...found,
    date,
    places: day?.places ?? [],
    hours: hoursOfDay(day),
    only,
    speakers,
    organisers,
  };
}

type Part = { id: string; name: string };

/** What of the trip was chosen; null where all of it was, and undefined where there is no such thing. */
function nameOfChoice(
  { vehicles, municipalities }: { vehicles: Part[]; municipalities: Part[] },
  { vehicleId, organisationId }: PeopleChoice,
): string | null | undefined {
  const nameOf = (parts: Part[], wanted: string) => parts.find(({ id }) => id === wanted)?.name;
  if (vehicleId) return nameOf(vehicles, vehicleId);
  return organisationId ? nameOf(municipalities, organisationId) : null;
}

/** Who speaks on a day, whether or not the name is public, and who accompanies the trip: both by surname. */
async function othersOf(
  tripId: string,
  date: IsoDate,
): Promise<[SignatoryFacts[], SignatoryFacts[]]> {
  const speakers = database()
    .selectDistinct({
      givenName: speaker.givenName,
      familyName: speaker.familyName,
      organisation: nameOnTrip(tripDay.tripId),
      position: speaker.role,
    })
    .from(agendaItemSpeaker)
    .innerJoin(speaker, eq(speaker.id, agendaItemSpeaker.speakerId))
    .innerJoin(organisation, eq(organisation.id, speaker.organisationId))
    .innerJoin(agendaItem, eq(agendaItem.id, agendaItemSpeaker.agendaItemId))
    .innerJoin(tripDay, eq(tripDay.id, agendaItem.tripDayId))
    .where(and(eq(tripDay.tripId, tripId), eq(tripDay.date, date)));
  const organisers = database()
    .selectDistinct({
      givenName: sql<string>`${user.givenName}`,
      familyName: sql<string>`${user.familyName}`,
      organisation: nameOnTrip(trip.id),
      position: sql<{ lv: string }>`jsonb_build_object('lv', coalesce(${user.position}, ''))`,
    })
    .from(membership)
    .innerJoin(
      user,
      and(eq(user.id, membership.userId), isNull(user.disabledAt), isNotNull(user.familyName)),
    )
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .innerJoin(trip, and(eq(trip.id, tripId), eq(trip.organisationId, membership.organisationId)))
    .where(inArray(membership.role, ["organiser", "crew"]));
  const [speaking, accompanying] = await Promise.all([speakers, organisers]);
  return [speaking.toSorted(bySurname), accompanying.toSorted(bySurname)];
}
