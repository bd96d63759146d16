import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { choicesExist, type LockedDraft, withDraft, writeChange } from "#domain/draft/commands.ts";
import { lastStateOf, statesOfItem, touchedByOthers } from "#domain/draft/queries.ts";
import { changedFields, type ItemField, mergeItems, stateOf } from "#domain/draft/rules.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { newState } from "./rules.ts";
import type { ItemState } from "./schema.ts";
import * as schema from "./schema.ts";

type Common = "notFound" | "cancelled" | "clockSkipped";

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
export type Gone = { ok: false; reason: "gone"; byName: string; revision: number };

type Edited =
  | Result<{ itemId: string; merged: ItemField[]; since: number }, ItemRefusal>
  | Conflict
  | Gone;

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
  const { itemId } = parsed.data;
  return withDraft(actor, { itemId }, (tx, draft, person) =>
    writeEdit(tx, person, draft, parsed.data, now),
  );
}

/** Changes the times and the Latvian title of an item in place, with the same care for others' changes. */
export async function adjustItem(
  actor: Actor,
  input: schema.AdjustedItem,
  now: Date,
): Promise<Edited> {
  const parsed = schema.adjustedItem.safeParse(input);
  if (!parsed.success) {
    return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
  }
  const { itemId, title, ...times } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    const present = draft.items.find(({ id }) => id === itemId);
    const last = present ? stateOf(present) : await lastStateOf(person, itemId, tx);
    if (!last) return notFound;
    const { position: _position, ...facts } = last;
    const seen = present && (await seenState(tx, person, present, times.revision));
    const form = { ...facts, ...seen, ...times, itemId };
    const words = { ...(seen ?? facts).title, lv: title };
    return writeEdit(tx, person, draft, { ...form, title: words }, now);
  });
}

async function writeEdit(
  tx: Tx,
  person: PersonActor,
  draft: LockedDraft,
  form: schema.ChangedItem,
  now: Date,
): Promise<Edited> {
  const { itemId, revision } = form;
  const present = draft.items.find(({ id }) => id === itemId);
  const states =
    present && revision === present.revision ? [] : await statesOfItem(person, itemId, tx);
  const newest = states.at(-1)?.change;
  if (!present && revision !== -1) {
    const byName = newest?.byName ?? "";
    return newest ? { ok: false, reason: "gone", byName, revision: -1 } : notFound;
  }
  const mine = newState(form, draft, { id: itemId, before: present });
  if (!mine.ok) return mine;
  const both = present && merge(mine.state, stateOf(present), states, revision);
  if (both && both.conflicts.length > 0) {
    const { merged, conflicts } = both;
    const byName = newest?.byName ?? "";
    return { ok: false, reason: "conflict", merged, theirs: stateOf(present), conflicts, byName };
  }
  const item = both?.merged ?? mine.state;
  if (!(await choicesExist(tx, person, item))) return unknownChoice;
  await writeChange(tx, person, draft, { kind: present ? "edit" : "add", changes: [item] }, now);
  return { ok: true, itemId, merged: both?.kept ?? [], since: draft.revision };
}

/** The item as the person saw it, where somebody has changed it since. */
async function seenState(
  tx: Tx,
  person: PersonActor,
  present: ItemState,
  revision: number | undefined,
): Promise<ItemState | undefined> {
  if (revision === undefined || revision === present.revision) return undefined;
  const states = await statesOfItem(person, present.id, tx);
  return stateAt(states, revision);
}

/**
 * Takes an item out of the draft. Published versions keep it. Refused where somebody else has changed it
 * since the revision of the draft that the person `seen`.
 */
export async function removeItem(
  actor: Actor,
  input: schema.SeenItem,
  now: Date,
): Promise<Result<object, Common | "changedMeanwhile">> {
  const parsed = schema.seenItem.safeParse(input);
  if (!parsed.success) return notFound;
  const { itemId, seen } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    if (!draft.items.some(({ id }) => id === itemId)) return notFound;
    const touched = await touchedByOthers(person, draft.tripId, seen, tx);
    if (touched.has(itemId)) return changedMeanwhile;
    await writeChange(tx, person, draft, { kind: "remove", removed: [itemId] }, now);
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;
const changedMeanwhile = { ok: false, reason: "changedMeanwhile" } as const;

const unknownChoice = { ok: false, reason: "unknownChoice" } as const;

/** Without a revision the form is taken as it is; else as changes of what the person saw. */
function merge(
  mine: ItemState,
  theirs: ItemState,
  states: { before: ItemState | null; after: ItemState | null }[],
  revision: number | undefined,
) {
  if (revision === undefined || revision === theirs.revision) return null;
  const seen = stateAt(states, revision);
  if (seen) return mergeItems(seen, mine, theirs);
  const merged = { ...mine, position: theirs.position, revision: theirs.revision };
  return { merged, conflicts: changedFields(mine, theirs), kept: [] };
}

function stateAt(
  states: { before: ItemState | null; after: ItemState | null }[],
  revision: number,
): ItemState | undefined {
  const all = states.flatMap(({ before, after }) => [before, after]);
  return all.find((state) => state?.revision === revision) ?? undefined;
}
