import ICAL from "ical.js";
import { createTranslator } from "use-intl/core";
import { expect } from "vitest";
import { calendarText } from "#documents/calendar.ts";
import { type CalendarPlace, type CalendarTrip, eventsOf } from "#domain/calendar/rules.ts";
import type { ItemFacts } from "#domain/itinerary/schema.ts";
import type { Locale } from "#lib/locales.ts";
import en from "#messages/en.json" with { type: "json" };
import lt from "#messages/lt.json" with { type: "json" };
import lv from "#messages/lv.json" with { type: "json" };

// What tests of calendars stand on: facts, and the file that is made of them as a calendar reads it.

const catalogues = { lv, en, lt };
export const home = "https://braucieni.example";
const from = "Pieredze <pieredze@example.lv>";

const project = {
  number: "LLI-59",
  shortName: "Open Leadership",
  programme: { lv: "Interreg V-A Latvija–Lietuva" },
  period: "2014-2020" as const,
  fundingStatement: { lv: "Projektu finansē Eiropas Savienība." },
  disclaimer: { lv: "Par saturu atbild {organiser}." },
  logos: [],
};

/** A trip of one day, without an itinerary. */
export const trip: CalendarTrip = {
  tripId: "8b0f6a3e-4c1d-4f7e-9d55-2b7c0d6a1e42",
  slug: "jelgava",
  title: { lv: "Viedā pilsēta", en: "Smart city", lt: "Išmanus miestas" },
  organiser: { lv: "Latgales plānošanas reģions" },
  project,
  places: ["Jelgava", "Liepāja"],
  dates: ["2026-06-12"],
  publishedDates: [],
  itinerary: null,
  updatedAt: new Date("2026-05-10T09:00:00Z"),
  cancelledAt: null,
  cancelReason: null,
};

/** An item of an itinerary. */
export const stop = (starts: Date, ends: Date, changes: Partial<ItemFacts> = {}): ItemFacts => ({
  kind: "visit",
  startsAt: starts.toISOString(),
  endsAt: ends.toISOString(),
  title: { lv: "Digitālais centrs" },
  note: null,
  host: null,
  place: "Jelgava",
  speakers: [],
  ...changes,
});

/** The trip with one day, as its second version says it. */
export function published(date: string, items: ItemFacts[], changes: Partial<CalendarTrip> = {}) {
  const { slug, title } = trip;
  const organiser = { lv: "Latgales plānošanas reģions" };
  const days = [{ date, places: items.length ? ["Jelgava"] : [], items }];
  const facts = { number: 2, note: "Laiki", publishedAt: "2026-05-20T08:00:00.000Z" };
  const head = { trip: { slug, title, aim: title }, organiser, project };
  const itinerary = { ...facts, ...head, timesIllustrative: false, days, route: [] };
  return { ...trip, dates: [date], publishedDates: [date], itinerary, ...changes };
}

/** A seat on it. */
export const place: CalendarPlace = {
  registrationId: "0b0f6a3e-4c1d-4f7e-9d55-2b7c0d6a1e42",
  state: "confirmed",
  changedAt: new Date("2026-05-11T09:00:00Z"),
  had: 1,
  lost: 0,
  pickup: null,
};

type Written = { locale?: Locale; method?: "PUBLISH" | "CANCEL"; name?: string };

/** The file of a trip, or of somebody's place on it. */
export function written(of: CalendarTrip, own: CalendarPlace | null = null, changes: Written = {}) {
  const locale = changes.locale ?? "lv";
  const t = createTranslator({ locale, messages: catalogues[locale], timeZone: "Europe/Riga" });
  return calendarText(eventsOf(of, own), { locale, t, home, from, method: "PUBLISH", ...changes });
}

/** The file as a calendar reads it. */
export function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { calendar, events };
}

/** Its one event. */
export const only = (text: string) => {
  const { events } = read(text);
  expect(events).toHaveLength(1);
  return events[0] as ICAL.Event;
};

/** A property of an event, as text. */
export const said = (event: ICAL.Event, property: string) =>
  String(event.component.getFirstPropertyValue(property));
