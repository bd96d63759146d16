import type { LocalizedText } from "#db/schema/columns.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { organisationNamed } from "#domain/organisation/queries.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { completeTrip } from "#domain/trip-state/commands.ts";
import { addDays, momentInRiga } from "#lib/dates.ts";
import { done } from "./once.ts";
import { inventParticipants } from "./people.ts";
import type { Records } from "./records.ts";
import { openLeadership } from "./source.ts";
import { translated } from "./translations.ts";
import {
  atHost,
  type Item,
  openTrip,
  plainItem,
  registerAll,
  steadyId,
  writeItinerary,
} from "./trip.ts";

const capacity = 30;
const came = { first: 24, second: 22 };

/**
 * Both trips of June 2018 as they went, with the dates of then. Clock times, who was visited on which day,
 * seats and participants are not in the source: the times are marked as illustrative, the people invented.
 */
export async function loadJune2018(records: Records): Promise<void> {
  const [first, second] = openLeadership.trips;
  await loadTrip(records, first?.days ?? [], came.first);
  await loadTrip(records, second?.days ?? [], came.second);
}

async function loadTrip(records: Records, dates: string[], people: number): Promise<void> {
  const { organiser, organisationId, projectId, placeIds } = records;
  const [firstDay = "", lastDay = ""] = dates;
  const slug = `open-leadership-${firstDay}`;
  const announced = momentInRiga("2018-05-07", "09:00");
  const deadline = momentInRiga(addDays(firstDay, -7), "17:00");
  const facts = {
    slug,
    organisationId,
    projectId,
    title: translated(openLeadership.title_lv),
    aim: translated(openLeadership.aim_lv),
    costs: null,
    topics: ["management", "digital", "planning", "culture", "tourism", "youth", "business"],
    dates,
    places: [
      { placeId: placeIds.Daugavpils ?? "", kind: "pickup" },
      { placeId: placeIds.Jelgava ?? "", kind: "visit" },
      { placeId: placeIds.Liepāja ?? "", kind: "visit" },
    ],
    registrationOpensAt: announced,
    registrationDeadline: deadline,
    capacity,
    timesIllustrative: true,
  } satisfies Parameters<typeof openTrip>[1];
  const tripId = await openTrip(organiser, facts, announced);
  const senders = await sendersOf2018(announced);
  const quotas = [...senders.values()].map((id) => ({
    organisationId: id,
    guaranteed: 3,
    maximum: null,
  }));
  const releaseAt = momentInRiga(addDays(firstDay, -10), "12:00");
  const seats = { tripId, capacity, allocationOrder: "first-come" as const, releaseAt, quotas };
  done(
    await setSeats(
      organiser,
      { ...seats, promotionEndsAt: deadline, namesFrozenAt: deadline, signOffHours: null },
      announced,
    ),
  );
  const participants = inventParticipants(people, [...senders.keys()], Number(firstDay.slice(-2)));
  const ids = await registerAll(slug, participants, senders, announced);
  const note = "Pirmā versija";
  const items = itemsOf(records, firstDay, lastDay);
  const published = momentInRiga(addDays(firstDay, -5), "14:05");
  await writeItinerary(organiser, { tripId, slug, note }, items, published);
  for (const date of dates) {
    const now = momentInRiga(date, "09:30");
    for (const registrationId of ids) {
      const id = steadyId(tripId, date, registrationId);
      const mark = {
        id,
        tripId,
        date,
        registrationId,
        present: true,
        device: "demo",
        deviceAt: now,
      };
      done(await recordAttendance(organiser, mark, now));
    }
  }
  done(await completeTrip(organiser, { tripId }, momentInRiga(addDays(lastDay, 1), "10:00")));
}

/** The eight municipalities that took part, by the names of then. */
async function sendersOf2018(now: Date): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of openLeadership.participating_municipalities) {
    const id = await organisationNamed(systemActor, name, now);
    if (id) found.set(name, id);
  }
  return found;
}

const words = {
  toJelgava: text("Ceļā uz Jelgavu", "On the way to Jelgava", "Kelionė į Jelgavą"),
  toLiepaja: text("Ceļā uz Liepāju", "On the way to Liepāja", "Kelionė į Liepoją"),
  home: text("Mājupceļš uz Latgali", "On the way home to Latgale", "Kelionė namo į Latgalą"),
  lunch: text("Pusdienas", "Lunch", "Pietūs"),
  night: text("Nakts Liepājā", "Night in Liepāja", "Nakvynė Liepojoje"),
};

function text(lv: string, en: string, lt: string): LocalizedText {
  return { lv, en, lt };
}

const firstDayTimes = [
  ["10:30", "11:30"],
  ["11:45", "12:45"],
  ["13:45", "14:45"],
  ["15:00", "16:15"],
] as const;

const lastDayTimes = [
  ["09:00", "09:50"],
  ["10:00", "10:50"],
  ["11:00", "11:50"],
  ["12:45", "13:35"],
  ["13:45", "14:35"],
  ["14:50", "15:40"],
] as const;

function itemsOf({ placeIds, hosts }: Records, firstDay: string, lastDay: string): Item[] {
  const visits = (place: string, date: string, times: readonly (readonly [string, string])[]) =>
    openLeadership.hosts
      .filter((host) => host.place === place)
      .map(({ name, topic_lv }, index) => {
        const host = hosts[name] ?? { id: "", speakerIds: [] };
        const time = times[index] ?? (["", ""] as const);
        return atHost(date, time, translated(topic_lv), host, placeIds[place] ?? null);
      });
  return [
    plainItem(firstDay, ["06:30", "10:15"], "travel", words.toJelgava, placeIds.Daugavpils),
    ...visits("Jelgava", firstDay, firstDayTimes),
    plainItem(firstDay, ["12:45", "13:45"], "meal", words.lunch, placeIds.Jelgava),
    plainItem(firstDay, ["16:30", "19:15"], "travel", words.toLiepaja, placeIds.Jelgava),
    plainItem(firstDay, ["19:30", "08:30"], "lodging", words.night, placeIds.Liepāja),
    ...visits("Liepāja", lastDay, lastDayTimes),
    plainItem(lastDay, ["11:50", "12:40"], "meal", words.lunch, placeIds.Liepāja),
    plainItem(lastDay, ["16:00", "22:15"], "travel", words.home, placeIds.Liepāja),
  ];
}
