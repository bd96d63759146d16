import { addDays, dateInRiga, type IsoDate, inRiga, momentInRiga } from "#lib/dates.ts";

/** Keys of `organise.problem`, by the field that must be mended. */
export type FieldProblems = Record<string, string>;

type Window = { dates: readonly IsoDate[]; registrationOpensAt: Date; registrationDeadline: Date };

/** What does not fit together in the facts of a trip; empty when everything does. */
export function factProblems({
  dates,
  registrationOpensAt,
  registrationDeadline,
}: Window): FieldProblems {
  const problems: FieldProblems = {};
  if (dates.some((date, index) => date < (dates[index - 1] ?? "")))
    problems.dates = "daysOutOfOrder";
  if (new Set(dates).size !== dates.length) problems.dates = "dayTwice";
  if (registrationOpensAt >= registrationDeadline) {
    problems.registrationDeadline = "deadlineBeforeOpening";
  }
  const first = firstOf(dates);
  if (first && registrationDeadline >= momentInRiga(first, "00:00")) {
    problems.registrationDeadline = "deadlineAfterFirstDay";
  }
  return problems;
}

/** What a draft still lacks before its registration can open; empty when nothing. */
export function missingForPublishing(
  trip: { dates: readonly IsoDate[]; placeCount: number; registrationDeadline: Date },
  now: Date,
): FieldProblems {
  return {
    ...(trip.dates.length === 0 ? { dates: "noDays" } : {}),
    ...(trip.placeCount === 0 ? { places: "noPlaces" } : {}),
    ...(trip.registrationDeadline <= now ? { registrationDeadline: "deadlinePassed" } : {}),
  };
}

type Dated = {
  publishedAt: Date | null;
  cancelledAt: Date | null;
  completedAt: Date | null;
  registrationOpensAt: Date;
  registrationDeadline: Date;
};

/** A published trip is `announced` until registration opens, then `open`, and `closed` from the deadline on. */
export type TripState = "draft" | "announced" | "open" | "closed" | "completed" | "cancelled";

/** Where the page of a trip is: one by invitation is made for each reader, the others are kept for all. */
export const tripPath = ({ slug, invitationOnly }: { slug: string; invitationOnly: boolean }) =>
  `/trips/${slug}${invitationOnly ? "/invited" : ""}`;

/** The state at a moment, read off the dates. */
export function tripState(trip: Dated, now: Date): TripState {
  if (trip.cancelledAt) return "cancelled";
  if (trip.completedAt) return "completed";
  if (!trip.publishedAt) return "draft";
  if (now < trip.registrationOpensAt) return "announced";
  return now < trip.registrationDeadline ? "open" : "closed";
}

/** Where a public list shows a trip; null once a cancelled one would be over. */
export function sectionOf(
  { state, dates }: { state: TripState; dates: readonly IsoDate[] },
  today: IsoDate,
): "open" | "coming" | "past" | null {
  const last = [...dates].sort().at(-1);
  const over = state === "completed" || (last !== undefined && last < today);
  if (over) return state === "cancelled" ? null : "past";
  return state === "open" ? "open" : "coming";
}

/** What a list of trips can be narrowed down by. */
export type TripFilter = { topic?: string; region?: string; project?: string };

/** Whether a trip is about the topic, goes to the region and belongs to the project, each if one is asked for. */
export function matches(
  trip: {
    topics: readonly string[];
    regions: readonly string[];
    project: { number: string } | null;
  },
  { topic, region, project }: TripFilter,
): boolean {
  return (
    (!topic || trip.topics.includes(topic)) &&
    (!region || trip.regions.includes(region)) &&
    (!project || trip.project?.number === project)
  );
}

/** Why nothing about the trip may change any more; null while it goes on. */
export function overBecause(
  trip: Pick<Dated, "cancelledAt" | "completedAt">,
): "cancelled" | "completed" | null {
  if (trip.cancelledAt) return "cancelled";
  return trip.completedAt ? "completed" : null;
}

/** Why a trip cannot be called completed; null when it can: published, and its last day has come. */
export function completionRefusal(
  trip: { publishedAt: Date | null; dates: readonly IsoDate[] },
  now: Date,
): "draft" | "notOver" | null {
  if (!trip.publishedAt) return "draft";
  const last = [...trip.dates].sort().at(-1);
  return last && dateInRiga(now) >= last ? null : "notOver";
}

/** Last part of the address: the Latvian title without diacritics, and the year of the trip. */
export function slugFor(title: string, dates: readonly IsoDate[], deadline: Date): string {
  const year = firstOf(dates)?.slice(0, 4) ?? String(inRiga(deadline).year);
  const words = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/^-|-$/g, "");
  if (!words) return `brauciens-${year}`;
  return words.endsWith(year) ? words : `${words}-${year}`;
}

/** The slug itself, or with the first number that no other trip has: `…-2`, `…-3`. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  if (!taken.includes(slug)) return slug;
  let number = 2;
  while (taken.includes(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

function firstOf(dates: readonly IsoDate[]): IsoDate | undefined {
  return [...dates].sort()[0];
}

export type ChecklistItem = {
  key: string;
  done: boolean;
  /** Without it the step is refused; the others are advice. */
  needed: boolean;
};

type Readiness = {
  dates: readonly IsoDate[];
  placeCount: number;
  registrationDeadline: Date;
  quotas: number;
  /** Days of the draft itinerary without an item. */
  emptyDays: number;
  openWarnings: number;
  itineraryPublished: boolean;
};

/** What a draft has and lacks before its registration can open. */
export function openingChecklist(trip: Readiness, now: Date): ChecklistItem[] {
  const missing = missingForPublishing(trip, now);
  const needed = (key: string, field: string) => ({ key, done: !(field in missing), needed: true });
  const advised = (key: string, done: boolean) => ({ key, done, needed: false });
  return [
    needed("days", "dates"),
    needed("places", "places"),
    needed("deadline", "registrationDeadline"),
    advised("quotas", trip.quotas > 0),
    advised("items", trip.dates.length > 0 && trip.emptyDays === 0),
    advised("warnings", trip.openWarnings === 0),
    advised("itinerary", trip.itineraryPublished),
  ];
}

/** What a published trip has and lacks before it can be closed. */
export function closingChecklist(
  trip: {
    publishedAt: Date | null;
    dates: readonly IsoDate[];
    waiting: number;
    /** Days on which nobody was marked. */
    unmarkedDays: number;
    itineraryPublished: boolean;
  },
  now: Date,
): ChecklistItem[] {
  const over = completionRefusal(trip, now) === null;
  return [
    { key: "over", done: over, needed: true },
    { key: "itinerary", done: trip.itineraryPublished, needed: false },
    { key: "attendance", done: over && trip.unmarkedDays === 0, needed: false },
    { key: "waiting", done: trip.waiting === 0, needed: false },
  ];
}

/** What moments of a trip are reckoned from. */
export type Timed = { dates: readonly IsoDate[]; registrationDeadline: Date };

/**
 * Until when people can be named and replaced, unless the organiser says otherwise: noon three days before the
 * trip, so that lists and rooms are still right, and never before the registration deadline.
 */
export function namesFrozenBy({ dates, registrationDeadline }: Timed): Date {
  const first = firstOf(dates);
  if (first === undefined) return registrationDeadline;
  const noon = momentInRiga(addDays(first, -3), "12:00");
  return noon > registrationDeadline ? noon : registrationDeadline;
}
