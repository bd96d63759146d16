import { randomUUID } from "node:crypto";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { lockDay } from "#domain/day-lock/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { addDays, type IsoDate, momentInRiga } from "#lib/dates.ts";
import { aPlace, aRegistration, aTrip, tripFacts } from "./factories.ts";

/** Somebody with a seat, sent by whom, and on which days in a row there; a day without a mark is left out at the end. */
export type Came = { person: PersonActor; from: string; familyName?: string; present: boolean[] };

/** A published trip of some days of the organiser's first organisation, who was on it, and how its days are locked. */
export async function aTripOn(
  organiser: PersonActor,
  first: IsoDate,
  days: number,
  came: readonly Came[] = [],
) {
  const dates = Array.from({ length: days }, (_, day) => addDays(first, day));
  const opened = momentInRiga(addDays(first, -60), "12:00");
  const [membership] = organiser.memberships;
  const facts = tripFacts(
    { organisationId: membership?.organisationId ?? "", placeId: await aPlace() },
    {
      dates,
      registrationOpensAt: opened,
      registrationDeadline: momentInRiga(addDays(first, -10), "12:00"),
      slug: `trip-${randomUUID()}`,
    },
  );
  const { tripId, slug } = await aTrip(organiser, facts);
  const published = await publishTrip(organiser, { tripId }, opened);
  if (!published.ok) throw new Error(published.reason);
  const evening = momentInRiga(dates.at(-1) ?? first, "20:00");
  for (const { person, from, familyName = "Bērziņa", present } of came) {
    const { userId, email } = person;
    const seat = { tripId, organisationId: from, userId, email, familyName, confirmedAt: opened };
    const registrationId = await aRegistration(seat);
    for (const [day, there] of present.entries()) {
      const about = { id: randomUUID(), tripId, registrationId, date: dates[day] ?? first };
      const mark = { ...about, present: there, device: "page", deviceAt: evening };
      const made = await recordAttendance(organiser, mark, evening);
      if (!made.ok) throw new Error(made.reason);
    }
  }
  const lock = async () => {
    for (const date of dates) {
      const locked = await lockDay(organiser, { tripId, date }, evening);
      if (!locked.ok) throw new Error(locked.reason);
    }
  };
  return { tripId, slug, lock };
}
