import { dayLength, inOrder, overnightKinds } from "#domain/agenda/rules.ts";
import type { DraftItem } from "#domain/draft/schema.ts";
import { type Warning, type WarningKind, warningKinds } from "./schema.ts";

/** What of an item the warnings are about. */
export type WatchedItem = Pick<
  DraftItem,
  | "id"
  | "date"
  | "starts"
  | "ends"
  | "position"
  | "kind"
  | "title"
  | "at"
  | "hostLimit"
  | "speakers"
> & { host: { lv: string } | null };

export type Circumstances = {
  /** Days of the trip in order. */
  dates: readonly string[];
  /** People who may come. */
  capacity: number;
  /** Kilometres an hour as the crow flies. */
  speed: number;
};

/**
 * What in a draft should be looked at: product.md, "Itinerary". Items are for everybody at once, so two at
 * the same time overlap; a night's lodging is where the group stays and overlaps nothing.
 */
export function warningsOf(items: readonly WatchedItem[], given: Circumstances): Warning[] {
  const line = inTime(items, given.dates);
  const found = [
    ...overlaps(line),
    ...shortTransfers(line, given.speed),
    ...speakersTwice(line),
    ...line.flatMap((item) => largeGroup(item, given.capacity)),
    ...line.flatMap(pastMidnight),
    ...given.dates.flatMap((date, index) => incompleteDay(line, date, given.dates[index - 1])),
  ];
  const rank = (kind: WarningKind) => warningKinds.indexOf(kind);
  return found.sort(
    (one, other) => one.date.localeCompare(other.date) || rank(one.kind) - rank(other.kind),
  );
}

/** An item with its minutes counted from the midnight before the trip's first day. */
type Timed = WatchedItem & { from: number; until: number };

function inTime(items: readonly WatchedItem[], dates: readonly string[]): Timed[] {
  const midnight = (date: string) => (dayNumber(date) - dayNumber(dates[0] ?? date)) * dayLength;
  return dates.flatMap((date) =>
    inOrder(items.filter((item) => item.date === date)).map((item) => ({
      ...item,
      from: midnight(date) + item.starts,
      until: midnight(date) + item.ends,
    })),
  );
}

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

function overlaps(line: readonly Timed[]): Warning[] {
  return pairs(line.filter(({ kind }) => kind !== "lodging")).map(([first, second]) =>
    warning("overlap", second.date, [first, second], {
      minutes: Math.min(first.until, second.until) - second.from,
    }),
  );
}

/** All pairs that share a minute, the earlier one first. */
function pairs(line: readonly Timed[]): [Timed, Timed][] {
  const found: [Timed, Timed][] = [];
  const running: Timed[] = [];
  for (const item of [...line].sort((one, other) => one.from - other.from)) {
    const still = running.filter(({ until }) => until > item.from);
    found.push(...still.map((one): [Timed, Timed] => [one, item]));
    running.splice(0, running.length, ...still, item);
  }
  return found;
}

/** Where the group is, and from when until when; a journey says where it sets out. */
type Stay = { item: Timed; from: number; until: number };

function shortTransfers(line: readonly Timed[], speed: number): Warning[] {
  const stays: Stay[] = line
    .filter(({ at }) => at !== null)
    .map((item) => ({
      item,
      from: item.from,
      until: item.kind === "travel" ? item.from : item.until,
    }));
  return stays.slice(1).flatMap((next, index) => {
    const last = stays[index] as Stay;
    const km = kilometres(last.item.at, next.item.at);
    const needed = Math.ceil((km / speed) * 60);
    const available = next.from - last.until;
    // Within a town nobody needs a warning.
    if (km < 2 || available < 0 || available >= needed) return [];
    const facts = { km: Math.round(km), needed, available };
    return [warning("shortTransfer", next.item.date, [last.item, next.item], facts)];
  });
}

type Point = { latitude: number; longitude: number };

/** Great-circle distance in kilometres (haversine, mean radius of the Earth). */
export function kilometres(from: Point | null, to: Point | null): number {
  if (!from || !to) return 0;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (one: number, other: number) => Math.sin(radians(other - one) / 2) ** 2;
  const slope = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const arc = half(from.latitude, to.latitude) + slope * half(from.longitude, to.longitude);
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(arc)));
}

function speakersTwice(line: readonly Timed[]): Warning[] {
  return pairs(line).flatMap(([first, second]) =>
    first.speakers
      .filter(({ id }) => second.speakers.some((other) => other.id === id))
      .map(({ name }) => warning("speakerTwice", second.date, [first, second], { name })),
  );
}

function largeGroup(item: Timed, people: number): Warning[] {
  const { hostLimit: limit, host } = item;
  if (limit === null || people <= limit) return [];
  return [warning("groupTooLarge", item.date, [item], { people, limit, host: host?.lv ?? "" })];
}

function pastMidnight(item: Timed): Warning[] {
  if (item.ends <= dayLength || overnightKinds.includes(item.kind)) return [];
  return [warning("pastMidnight", item.date, [item], {})];
}

/** A day begins with a journey or after a night on the road, and ends with a journey or a night. */
function incompleteDay(
  line: readonly Timed[],
  date: string,
  before: string | undefined,
): Warning[] {
  const day = line.filter((item) => item.date === date);
  const [first, last] = [day[0], day.at(-1)];
  if (!first || !last) return [];
  const stayed = line.some(({ kind, date: night }) => kind === "lodging" && night === before);
  const departs = first.kind === "travel" || (stayed && isNextDay(before, date));
  const returns = last.kind === "travel" || last.kind === "lodging";
  return [
    ...(departs ? [] : [warning("noDeparture", date, [], {})]),
    ...(returns ? [] : [warning("noReturn", date, [], {})]),
  ];
}

const isNextDay = (before: string | undefined, date: string) =>
  before !== undefined && dayNumber(date) - dayNumber(before) === 1;

function warning(
  kind: WarningKind,
  date: string,
  items: readonly Timed[],
  facts: Warning["facts"],
): Warning {
  const itemIds = items.map(({ id }) => id);
  const said = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
  const fingerprint = [kind, date, ...itemIds, ...said].join("|");
  return { kind, date, itemIds, facts, fingerprint };
}
