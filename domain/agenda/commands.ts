import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { choicesExist, type LockedDraft, withDraft, writeChange } from "#domain/draft/commands.ts";
import { changesSince, statesOfItem } from "#domain/draft/queries.ts";
import { changedFields, type ItemField, mergeItems, stateOf } from "#domain/draft/rules.ts";
import type { Result } from "#lib/result.ts";
import { newState, type Plan, place, shiftAfter, swap } from "./rules.ts";
import type { ItemState } from "./schema.ts";
import * as schema from "./schema.ts";

type Common = "notFound" | "cancelled";

export type ItemRefusal =
  | Common
  | "invalid"
  /** The date is none of the trip's days. */
  | "notADay"
  | "noDuration"
  | "pastMidnight"
  | "coordinates"
  /** The host, place or speaker is no longer on record. */
  | "unknownChoice";

type MoveRefusal = Common | "invalid" | "outOfDay" | "first" | "last" | "changedMeanwhile";

/** Adds an item to the draft of an own trip. */
export async function addItem(
  actor: Actor,
  input: schema.NewItem,
  now: Date,
): Promise<Result<{ itemId: string }, ItemRefusal>> {
  const parsed = schema.newItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  return withDraft(actor, { tripId: parsed.data.tripId }, async (tx, draft, person) => {
    const item = newState(parsed.data, draft, { id: randomUUID() });
    if (!item.ok) return item;
    if (!(await choicesExist(tx, actor, item.state))) return unknownChoice;
    await writeChange(tx, person, draft, { kind: "add", changes: [item.state] }, now);
    return { ok: true, itemId: item.state.id };
  });
}

/** What two people wrote into the same fields at once, and what of the other's work was kept. */
export type Conflict = {
  ok: false;
  reason: "conflict";
  /** The item as it would be: mine where both wrote, the other's elsewhere. */
  merged: ItemState;
  theirs: ItemState;
  conflicts: ItemField[];
  byName: string;
};

/** Somebody removed the item meanwhile; saved with that answer's `revision`, it comes back. */
type Gone = { ok: false; reason: "gone"; byName: string; revision: number };

/**
 * Rewrites an item of the draft; with another date it moves to that day. With the `revision` that the
 * person saw, what others changed since is merged field by field; where both changed the same field, nothing
 * is written and both texts come back.
 */
export async function editItem(
  actor: Actor,
  input: schema.ChangedItem,
  now: Date,
): Promise<
  Result<{ itemId: string; merged: ItemField[]; since: number }, ItemRefusal> | Conflict | Gone
> {
  const parsed = schema.changedItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { itemId, revision } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    const present = draft.items.find(({ id }) => id === itemId);
    const states =
      present && revision === present.revision ? [] : await statesOfItem(actor, itemId, tx);
    const newest = states.at(-1)?.change;
    if (!present && revision !== -1) {
      const byName = newest?.byName ?? "";
      return newest ? { ok: false, reason: "gone", byName, revision: -1 } : notFound;
    }
    const mine = newState(parsed.data, draft, { id: itemId, before: present });
    if (!mine.ok) return mine;
    const both = present && merge(mine.state, stateOf(present), states, revision);
    if (both && both.conflicts.length > 0) {
      const { merged, conflicts } = both;
      const byName = newest?.byName ?? "";
      return { ok: false, reason: "conflict", merged, theirs: stateOf(present), conflicts, byName };
    }
    const item = both?.merged ?? mine.state;
    if (!(await choicesExist(tx, actor, item))) return unknownChoice;
    await writeChange(tx, person, draft, { kind: present ? "edit" : "add", changes: [item] }, now);
    return { ok: true, itemId, merged: both?.kept ?? [], since: draft.revision };
  });
}

/** Takes an item out of the draft. Published versions keep it. */
export async function removeItem(
  actor: Actor,
  input: schema.ItemReference,
  now: Date,
): Promise<Result<object, Common>> {
  const parsed = schema.itemReference.safeParse(input);
  if (!parsed.success) return notFound;
  const { itemId } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    if (!draft.items.some(({ id }) => id === itemId)) return notFound;
    await writeChange(tx, person, draft, { kind: "remove", removed: [itemId] }, now);
    return { ok: true };
  });
}

/** Adds the same item once more, beginning where it ends. */
export async function duplicateItem(
  actor: Actor,
  input: schema.ItemReference,
  now: Date,
): Promise<Result<{ itemId: string }, MoveRefusal>> {
  const parsed = schema.itemReference.safeParse(input);
  if (!parsed.success) return notFound;
  return withDraft(actor, parsed.data, async (tx, draft, person) => {
    const item = draft.items.find(({ id }) => id === parsed.data.itemId);
    if (!item) return notFound;
    const copy = { ...stateOf(item), id: randomUUID(), revision: 0 };
    const put = place([...draft.items.map(stateOf), { ...copy, date: "" }], copy.id, {
      date: item.date,
      before: followerOf(draft, item.id),
    });
    if (!put.ok) return put;
    await writeChange(tx, person, draft, { kind: "duplicate", changes: put.changes }, now);
    return { ok: true, itemId: copy.id };
  });
}

/**
 * Puts an item before another one, on its own or another day. With the draft's revision that the person
 * `seen`, it is refused where somebody else has meanwhile changed the same item, or the one it goes before.
 */
export async function placeItem(
  actor: Actor,
  input: schema.PlacedItem,
  now: Date,
): Promise<Result<{ changes: number }, MoveRefusal>> {
  const parsed = schema.placedItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { itemId, seen, ...to } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    const since = seen === undefined ? [] : await changesSince(actor, draft.tripId, seen, tx);
    const touched = since
      .filter(({ changedBy }) => changedBy !== person.userId)
      .flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id));
    if ([itemId, to.before].some((id) => id && touched.includes(id))) return changedMeanwhile;
    if (!draft.dates.includes(to.date)) return notFound;
    return carryOut(tx, person, draft, place(draft.items.map(stateOf), itemId, to), "move", now);
  });
}

/** Lets an item trade places in time with the one before or after it on its day. */
export async function moveItem(
  actor: Actor,
  input: schema.MovedItem,
  now: Date,
): Promise<Result<object, MoveRefusal>> {
  const parsed = schema.movedItem.safeParse(input);
  if (!parsed.success) return notFound;
  const { itemId, direction } = parsed.data;
  return withDraft(actor, { itemId }, (tx, draft, person) =>
    carryOut(tx, person, draft, swap(draft.items.map(stateOf), itemId, direction), "move", now),
  );
}

/** Shifts everything that comes after an item on its day by the same minutes. */
export async function shiftItems(
  actor: Actor,
  input: schema.Shift,
  now: Date,
): Promise<Result<{ changes: number }, MoveRefusal>> {
  const parsed = schema.shift.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { itemId, minutes } = parsed.data;
  return withDraft(actor, { itemId }, (tx, draft, person) =>
    carryOut(
      tx,
      person,
      draft,
      shiftAfter(draft.items.map(stateOf), itemId, minutes),
      "shift",
      now,
    ),
  );
}

const notFound = { ok: false, reason: "notFound" } as const;
const unknownChoice = { ok: false, reason: "unknownChoice" } as const;
const changedMeanwhile = { ok: false, reason: "changedMeanwhile" } as const;

async function carryOut(
  tx: Tx,
  person: PersonActor,
  draft: LockedDraft,
  plan: Plan<ItemState>,
  kind: "move" | "shift",
  now: Date,
) {
  if (!plan.ok) return plan;
  if (plan.changes.length)
    await writeChange(tx, person, draft, { kind, changes: plan.changes }, now);
  return { ok: true, changes: plan.changes.length } as const;
}

/** The item that comes after another one on its day, if any. */
function followerOf({ items }: LockedDraft, itemId: string): string | null {
  const item = items.find(({ id }) => id === itemId);
  const day = items.filter(({ date }) => date === item?.date);
  return day[day.findIndex(({ id }) => id === itemId) + 1]?.id ?? null;
}

/** Without a revision the form is taken as it is; else as changes of what the person saw. */
function merge(
  mine: ItemState,
  theirs: ItemState,
  states: { before: ItemState | null; after: ItemState | null }[],
  revision: number | undefined,
) {
  if (revision === undefined || revision === theirs.revision) return null;
  const seen = states
    .flatMap(({ before, after }) => [before, after])
    .find((state) => state?.revision === revision);
  if (seen) return mergeItems(seen, mine, theirs);
  const merged = { ...mine, position: theirs.position, revision: theirs.revision };
  return { merged, conflicts: changedFields(mine, theirs), kept: [] };
}
