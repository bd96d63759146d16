import type { AgendaItemKind, ItemState, NewItem } from "./schema.ts";

/** Minutes of a day. */
export const dayLength = 24 * 60;

/** What is expected to run past midnight: a night's lodging, and a journey. */
export const overnightKinds: readonly AgendaItemKind[] = ["lodging", "travel"];

type Placed = Pick<ItemState, "id" | "date" | "starts" | "ends" | "position">;

/** `10:45` as minutes from midnight. */
export const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Minutes from midnight as `10:45`; past midnight it is the next day's clock. */
export function clockOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

type Times = { ok: true; starts: number; ends: number };

/**
 * When an item begins and ends. An end that is earlier on the clock than the start means the next day: by
 * itself for lodging and travel, for all others only when it is said.
 */
export function timesOfItem(item: {
  kind: AgendaItemKind;
  starts: string;
  ends: string;
  endsNextDay?: boolean | undefined;
}): Times | { ok: false; reason: "noDuration" | "pastMidnight" } {
  const [starts, ends] = [minutesOf(item.starts), minutesOf(item.ends)];
  const nextDay = item.endsNextDay || overnightKinds.includes(item.kind);
  if (ends > starts) return { ok: true, starts, ends };
  if (starts === ends && !item.endsNextDay) return { ok: false, reason: "noDuration" };
  if (!nextDay) return { ok: false, reason: "pastMidnight" };
  return { ok: true, starts, ends: ends + dayLength };
}

/** The order of a day: by start, then as the organiser put those that begin together. */
export function inOrder<Item extends Pick<ItemState, "starts" | "position">>(
  items: readonly Item[],
): Item[] {
  return [...items].sort(
    (one, other) => one.starts - other.starts || one.position - other.position,
  );
}

/** The items of a day, in order. */
export const ofDay = <Item extends Placed>(items: readonly Item[], date: string) =>
  inOrder(items.filter((item) => item.date === date));

/** Behind all others of the day that begin together with it. */
export function lastPosition(items: readonly Placed[], date: string): number {
  return Math.max(0, ...ofDay(items, date).map(({ position }) => position)) + 1;
}

type NewState =
  | { ok: true; state: ItemState }
  | { ok: false; reason: "notADay" | "noDuration" | "pastMidnight" | "coordinates" };

/** What a form says of an item, as the state that the draft keeps; `before` is what it is now, if anything. */
export function newState(
  form: Omit<NewItem, "tripId">,
  draft: { dates: readonly string[]; items: readonly ItemState[] },
  { id, before }: { id: string; before?: ItemState | undefined },
): NewState {
  const { date, kind, title, note, hostId, placeId, speakerIds } = form;
  const times = timesOfItem(form);
  if (!times.ok) return times;
  if (!draft.dates.includes(date)) return { ok: false, reason: "notADay" };
  const { latitude = null, longitude = null } = form;
  if ((latitude === null) !== (longitude === null)) return { ok: false, reason: "coordinates" };
  const state: ItemState = {
    id,
    date,
    starts: times.starts,
    ends: times.ends,
    position: before?.date === date ? before.position : lastPosition(draft.items, date),
    ...{ kind, title, note, hostId, placeId },
    venue: form.venue || null,
    address: form.address || null,
    ...{ latitude, longitude },
    languages: form.languages ?? [],
    interpretation: form.interpretation || null,
    responsible: form.responsible || null,
    internalNote: form.internalNote || null,
    speakerIds: [...new Set(speakerIds)],
    revision: before?.revision ?? 0,
  };
  return { ok: true, state };
}

/** The items that differ afterwards, or why it cannot be. */
export type Plan<Item> =
  | { ok: true; changes: Item[] }
  | { ok: false; reason: "notFound" | "outOfDay" | "first" | "last" };

/**
 * Puts an item before another one of a day, or last. Within its day the pauses stay where they were and
 * every item keeps its length. On another day it begins where the one before it ends, and whatever then is
 * in its way goes later until pauses have taken it up. Nothing may begin on a day that is not its own.
 */
export function place<Item extends Placed>(
  items: readonly Item[],
  itemId: string,
  { date, before }: { date: string; before: string | null },
): Plan<Item> {
  const item = items.find(({ id }) => id === itemId);
  if (!item || before === itemId) return { ok: false, reason: "notFound" };
  const others = ofDay(items, date).filter(({ id }) => id !== itemId);
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
  if (at < 0) return { ok: false, reason: "notFound" };
  const placed = date === item.date ? permuted(items, item, at) : inserted(others, item, date, at);
  const changes = positioned(placed).filter((one) => differs(items, one));
  const fits = changes.every(({ starts }) => starts >= 0 && starts < dayLength);
  return fits ? { ok: true, changes } : { ok: false, reason: "outOfDay" };
}

/** Lets an item trade places with the one before or after it on its day. */
export function swap<Item extends Placed>(
  items: readonly Item[],
  itemId: string,
  direction: "earlier" | "later",
): Plan<Item> {
  const item = items.find(({ id }) => id === itemId);
  if (!item) return { ok: false, reason: "notFound" };
  const day = ofDay(items, item.date);
  const at = day.indexOf(item);
  if (direction === "earlier" && at === 0) return { ok: false, reason: "first" };
  if (direction === "later" && at === day.length - 1) return { ok: false, reason: "last" };
  const before = direction === "earlier" ? day[at - 1] : day[at + 2];
  return place(items, itemId, { date: item.date, before: before?.id ?? null });
}

/** Shifts everything that comes after an item on its day by the same minutes. */
export function shiftAfter<Item extends Placed>(
  items: readonly Item[],
  itemId: string,
  minutes: number,
): Plan<Item> {
  const item = items.find(({ id }) => id === itemId);
  if (!item) return { ok: false, reason: "notFound" };
  const day = ofDay(items, item.date);
  const later = day.slice(day.indexOf(item) + 1);
  if (later.length === 0) return { ok: false, reason: "last" };
  const changes = later.map((one) => startingAt(one, one.starts + minutes));
  const fits = changes.every(({ starts }) => starts >= 0 && starts < dayLength);
  return fits ? { ok: true, changes } : { ok: false, reason: "outOfDay" };
}

/** The items after a change: those with the same id are replaced, new ones join, `removed` go. */
export function changed<Item extends { id: string }>(
  items: readonly Item[],
  changes: readonly Item[],
  removed: readonly string[] = [],
): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const one of changes) byId.set(one.id, one);
  for (const id of removed) byId.delete(id);
  return [...byId.values()];
}

/** The day in the new order: slot by slot the same start of the day and the same pauses. */
function permuted<Item extends Placed>(items: readonly Item[], item: Item, at: number): Item[] {
  const day = ofDay(items, item.date);
  const order = day.filter(({ id }) => id !== item.id);
  order.splice(at, 0, item);
  const [first, last] = rangeOf(day, order);
  const pauses = day.map((one, index) => one.starts - (day[index - 1]?.ends ?? one.starts));
  const moved: Item[] = [];
  for (let slot = first; slot <= last; slot++) {
    const previousEnd = moved.at(-1)?.ends ?? day[first - 1]?.ends;
    const starts =
      slot === first || previousEnd === undefined
        ? (day[first]?.starts ?? 0)
        : previousEnd + (pauses[slot] ?? 0);
    moved.push(startingAt(order[slot] as Item, starts));
  }
  return order.map((one, index) =>
    index < first || index > last ? one : (moved[index - first] ?? one),
  );
}

/** The first and the last slot whose item is another one than before. */
function rangeOf(day: readonly Placed[], order: readonly Placed[]): [number, number] {
  const other = day.map((one, index) => one.id !== order[index]?.id);
  return other.includes(true) ? [other.indexOf(true), other.lastIndexOf(true)] : [0, -1];
}

function inserted<Item extends Placed>(
  others: readonly Item[],
  item: Item,
  date: string,
  at: number,
): Item[] {
  const [previous, next] = [others[at - 1], others[at]];
  const starts =
    previous && previous.ends < dayLength ? previous.ends : (next?.starts ?? item.starts);
  const placed = { ...startingAt(item, starts), date };
  const order = [...others.slice(0, at), placed];
  let free = placed.ends;
  for (const one of others.slice(at)) {
    const pushed = one.starts < free ? startingAt(one, free) : one;
    free = Math.max(free, pushed.ends);
    order.push(pushed);
  }
  return order;
}

/** Those that begin together stand in this order; where the clock says it already, nobody is renumbered. */
function positioned<Item extends Placed>(order: readonly Item[]): readonly Item[] {
  const saysSo = inOrder(order).every((one, index) => one === order[index]);
  return saysSo ? order : order.map((one, index) => ({ ...one, position: index + 1 }));
}

function differs(items: readonly Placed[], one: Placed): boolean {
  const before = items.find(({ id }) => id === one.id);
  return (
    before?.starts !== one.starts || before.date !== one.date || before.position !== one.position
  );
}

function startingAt<Item extends Placed>(item: Item, starts: number): Item {
  return { ...item, starts, ends: starts + item.ends - item.starts };
}
