import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { agendaItem } from "#db/schema/itinerary.ts";
import { registration } from "#db/schema/registration.ts";
import { pickup } from "#db/schema/travel.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { issueCertificates } from "#domain/certificate/commands.ts";
import { correctAttendance } from "#domain/correction/commands.ts";
import { lockDay, reopenDay } from "#domain/day-lock/commands.ts";
import { addSheet } from "#domain/sheet/commands.ts";
import { compareSheet } from "#domain/signature/commands.ts";
import { aPhotograph } from "./photograph.ts";
import { aWalkIn } from "./sheets.ts";
import { aPdf } from "./their-questions.ts";

const done = (outcome: { ok: boolean }) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
};

/**
 * Everything that can prove who was there, on a trip that is over and whose people are marked: two signed sheets, what was
 * read on them, also of walk-ins, a correction, an explanation, a lock that was reopened, certificates of which one was replaced, and
 * marks of an item, a stop and a stop that is gone.
 */
export async function addEvidence(organiser: PersonActor, slug: string, now: Date) {
  const days = await database()
    .select({ id: tripDay.id, date: tripDay.date, tripId: tripDay.tripId })
    .from(tripDay)
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(eq(trip.slug, slug))
    .orderBy(asc(tripDay.date));
  const [day] = days as [(typeof days)[number]];
  const { tripId } = day;
  const people = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.tripId, tripId))
    .orderBy(asc(registration.line));
  const [first, second] = people as [(typeof people)[number], (typeof people)[number]];
  const of = { tripId, date: day.date };
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  done(await addSheet(organiser, { ...of, name: "lapa.jpg", bytes: await aPhotograph() }, now));
  done(await addSheet(organiser, { ...of, name: "otra lapa.pdf", bytes: aPdf }, after(1)));
  await issueCertificates(organiser, { tripSlug: slug }, after(2));
  const absent = { ...of, registrationId: first.id, present: false, reason: "Lapā paraksta nav" };
  done(await correctAttendance(organiser, absent, after(3)));
  const read = people.map(({ id }) => ({
    registrationId: id,
    signed: id !== first.id && id !== second.id,
    decision: id === second.id ? ("explain" as const) : ("none" as const),
    words: id === second.id ? "Aizgāja agrāk, vadītāja apliecina" : "",
  }));
  const unsigned = await aWalkIn(organiser, of, { familyName: "Kārkliņš" });
  const walkedOn = [
    { ...came, registrationId: await aWalkIn(organiser, of), signed: true },
    {
      ...came,
      registrationId: unsigned,
      signed: false,
      decision: "explain" as const,
      words: "Steidzās",
    },
  ];
  done(await compareSheet(organiser, { ...of, people: [...read, ...walkedOn] }, after(4)));
  done(await lockDay(organiser, of, after(5)));
  done(await reopenDay(organiser, { ...of, reason: "Atrasta vēl viena lapa" }, after(6)));
  await markPlaces(organiser, { tripId, tripDayId: day.id, registrationId: first.id }, after(7));
  done(await lockDay(organiser, of, after(8)));
  await issueCertificates(organiser, { tripSlug: slug }, after(9));
}

const came = { decision: "none" as const, words: "" };

type Marked = { tripId: string; tripDayId: string; registrationId: string };

async function markPlaces(organiser: PersonActor, { tripId, ...of }: Marked, now: Date) {
  const items = await database()
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(eq(agendaItem.tripDayId, of.tripDayId))
    .orderBy(asc(agendaItem.startsAt));
  const stops = await database()
    .select({ id: pickup.id })
    .from(pickup)
    .where(eq(pickup.tripId, tripId))
    .orderBy(asc(pickup.departsAt));
  const places = [
    ...items.slice(0, 1).map(({ id }) => ({ agendaItemId: id })),
    ...stops.slice(0, 1).map(({ id }) => ({ pickupId: id })),
    { pickupId: randomUUID() },
  ];
  const by = { present: true, recordedBy: organiser.userId, device: "phone" };
  const at = { deviceAt: now, receivedAt: now };
  await database()
    .insert(attendance)
    .values(
      places.map((place, index) => ({
        ...of,
        ...by,
        ...at,
        ...place,
        id: randomUUID(),
        deviceNumber: index + 1,
      })),
    );
}
