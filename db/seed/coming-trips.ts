import { systemActor } from "#domain/actor/queries.ts";
import { organisationNamed } from "#domain/organisation/queries.ts";
import { saveProfile } from "#domain/profile/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import type { SeatsForm } from "#domain/seat/schema.ts";
import { addDays, dateInRiga, type IsoDate, momentInRiga } from "#lib/dates.ts";
import { type ComingTrip, comingTrips } from "./coming-trip-texts.ts";
import { sendDelegationOf } from "./demo-delegation.ts";
import { demoPeople } from "./demo-people.ts";
import { done } from "./once.ts";
import { inventParticipants, personAt } from "./people.ts";
import type { Records } from "./records.ts";
import { openTrip, registerAll, writeItinerary } from "./trip.ts";

/** The municipalities of Latgale, which these trips are for. */
const senders = [
  "Augšdaugavas novads",
  "Balvu novads",
  "Daugavpils valstspilsēta",
  "Krāslavas novads",
  "Līvānu novads",
  "Ludzas novads",
  "Preiļu novads",
  "Rēzeknes novads",
];

/**
 * Three trips that people can register for from `today` on: one with free seats, one nearly full with
 * seats guaranteed to municipalities, one full with a waiting list. People in them are invented.
 */
export async function loadComingTrips(records: Records, today: Date): Promise<void> {
  const senderIds = new Map<string, string>();
  for (const name of senders) {
    const id = await organisationNamed(systemActor, name, today);
    if (id) senderIds.set(name, id);
  }
  await introduceEmployee(senderIds, today);
  for (const [index, trip] of comingTrips.entries()) {
    await loadTrip(records, trip, senderIds, today, index + 1);
  }
  await sendDelegationOf(senderIds.get("Krāslavas novads") ?? "", today);
}

async function loadTrip(
  records: Records,
  coming: ComingTrip,
  senderIds: ReadonlyMap<string, string>,
  today: Date,
  number: number,
): Promise<void> {
  const { organiser, organisationId, placeIds } = records;
  const { slug, title, aim, costs, topics, seats, people, place, pickups } = coming;
  const firstDay = nextTuesday(addDays(dateInRiga(today), coming.inDays));
  const dates = Array.from({ length: coming.days }, (_, day) => addDays(firstDay, day));
  const opened = new Date(today.getTime() - 6 * 24 * 60 * 60_000);
  const deadline = momentInRiga(addDays(firstDay, -10), "17:00");
  const facts = {
    slug,
    organisationId,
    projectId: null,
    title,
    aim,
    costs,
    contactName: "Rita Kalniņa",
    contactPhone: "+371 20 000 100",
    topics,
    dates,
    places: [
      ...pickups.map((name) => ({ placeId: placeIds[name] ?? "", kind: "pickup" as const })),
      { placeId: placeIds[place] ?? "", kind: "visit" as const },
    ],
    registrationOpensAt: opened,
    registrationDeadline: deadline,
    capacity: seats.capacity,
    timesIllustrative: true,
  };
  const tripId = await openTrip(organiser, facts, opened);
  const form: SeatsForm = {
    tripId,
    capacity: seats.capacity,
    allocationOrder: seats.order,
    releaseAt: seats.guaranteed ? momentInRiga(addDays(firstDay, -17), "12:00") : null,
    promotionEndsAt: deadline,
    namesFrozenAt: momentInRiga(addDays(firstDay, -3), "12:00"),
    signOffHours: null,
    quotas: [...senderIds.values()].flatMap((id) =>
      seats.guaranteed || seats.maximum
        ? [{ organisationId: id, guaranteed: seats.guaranteed, maximum: seats.maximum }]
        : [],
    ),
  };
  done(await setSeats(organiser, form, opened));
  const from = coming.from.map((index) => senders[index] ?? "");
  await registerAll(slug, inventParticipants(people, from, 1_000 + number), senderIds, opened);
  const items = coming.items(dates, records);
  await writeItinerary(organiser, { tripId, slug, note: coming.note }, items, today);
}

/** The municipal employee of the demo, who has been here before: the form is filled in. */
async function introduceEmployee(senderIds: ReadonlyMap<string, string>, now: Date) {
  const employee = await personAt(demoPeople[1]?.email ?? "");
  const answers = {
    givenName: "Anna",
    familyName: "Bērziņa",
    phone: "+371 20 123 456",
    organisation: senderIds.get("Krāslavas novads") ?? "",
    institution: "",
    position: "projektu vadītāja",
    locale: "lv" as const,
  };
  done(await saveProfile(employee, answers, now));
}

/** The first Tuesday on or after a date. */
function nextTuesday(date: IsoDate): IsoDate {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return addDays(date, (2 - weekday + 7) % 7);
}
