import { clockOf, dayLength } from "#domain/agenda/rules.ts";
import type { ItemState } from "#domain/agenda/schema.ts";
import {
  addDays,
  clockInRiga,
  clockShows,
  dateInRiga,
  type IsoDate,
  momentInRiga,
} from "#lib/dates.ts";
import type { DraftChange, DraftItem } from "./schema.ts";

/** The moment of a minute of a day; past 1440 it is one of the next day. */
export function momentOf(date: IsoDate, minutes: number): Date {
  return momentInRiga(addDays(date, Math.floor(minutes / dayLength)), clockOf(minutes));
}

/** The minute of a day at a moment; past 1440 when it is one of a later day. */
export function minuteOf(date: IsoDate, at: Date): number {
  const clock = clockInRiga(at);
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const day = dateInRiga(at);
  let passed = 0;
  while (passed < 7 && addDays(date, passed) < day) passed += 1;
  return minutes + passed * dayLength;
}

/** Whether an item begins or ends in the hour that the clocks skip in March. */
export function inSkippedHour({ date, starts, ends }: Pick<ItemState, "date" | "starts" | "ends">) {
  return [starts, ends].some(
    (minutes) => !clockShows(addDays(date, Math.floor(minutes / dayLength)), clockOf(minutes)),
  );
}

/** An item without the names of what it points at. */
export function stateOf(item: ItemState | DraftItem): ItemState {
  const { startsAt, endsAt, host, hostLimit, place, at, speakers, ...state } = item as DraftItem;
  return state;
}

/** Two states of an item that say the same, whenever they were written. */
export function sameItem(one: ItemState | undefined, other: ItemState | undefined): boolean {
  if (!one || !other) return one === other;
  return written(one) === written(other);
}

/** In one order of keys, and without what the database counts. */
function written({ revision: _revision, ...item }: ItemState): string {
  const sorted = (value: unknown): unknown =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;
  return JSON.stringify(sorted(item));
}

/**
 * What has to be written to take a change back: the items as they were. Null when one of them has been
 * changed again since, so that nobody's work is lost.
 */
export function undone(
  items: readonly ItemState[],
  { before, after }: Pick<DraftChange, "before" | "after">,
): { changes: ItemState[]; removed: string[] } | null {
  const now = new Map(items.map((item) => [item.id, item]));
  const wasThere = new Map(before.map((item) => [item.id, item]));
  const touched = new Map(after.map((item) => [item.id, item]));
  for (const id of new Set([...wasThere.keys(), ...touched.keys()])) {
    if (!sameItem(now.get(id), touched.get(id))) return null;
  }
  return {
    changes: before,
    removed: after.filter(({ id }) => !wasThere.has(id)).map(({ id }) => id),
  };
}

/** The change that a person can take back: the newest of the own ones that nobody took back. */
export function undoable(changes: readonly DraftChange[], userId: string): DraftChange | null {
  const gone = new Set(changes.map(({ undoes }) => undoes));
  const own = changes.filter(
    ({ changedBy, kind, revision }) =>
      changedBy === userId && kind !== "undo" && !gone.has(revision),
  );
  return own.sort((one, other) => other.revision - one.revision)[0] ?? null;
}

export type ItemField = Exclude<keyof ItemState, "id" | "position" | "revision">;

const fields: readonly ItemField[] = [
  "date",
  "starts",
  "ends",
  "kind",
  "title",
  "note",
  "hostId",
  "placeId",
  "venue",
  "address",
  "latitude",
  "longitude",
  "languages",
  "interpretation",
  "responsible",
  "internalNote",
  "speakerIds",
];

/** The fields in which two states of an item differ. */
export function changedFields(one: ItemState, other: ItemState): ItemField[] {
  return fields.filter((field) => {
    const only = (item: ItemState) => ({ ...one, [field]: item[field] });
    return !sameItem(only(one), only(other));
  });
}

/**
 * Two people changed an item at once: what each changed alone is kept. `conflicts` are the fields that both
 * changed, differently; there the merged item says what I wrote.
 */
export function mergeItems(
  base: ItemState,
  mine: ItemState,
  theirs: ItemState,
): { merged: ItemState; conflicts: ItemField[]; kept: ItemField[] } {
  const my = changedFields(base, mine);
  const their = changedFields(base, theirs);
  const differ = changedFields(mine, theirs);
  const kept = their.filter((field) => !my.includes(field));
  const taken = Object.fromEntries(kept.map((field) => [field, theirs[field]]));
  return {
    merged: { ...mine, ...taken, position: theirs.position, revision: theirs.revision },
    conflicts: my.filter((field) => their.includes(field) && differ.includes(field)),
    kept,
  };
}
