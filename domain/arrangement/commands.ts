import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { type Plan, place, shiftAfter, swap } from "#domain/agenda/rules.ts";
import { type ItemReference, type ItemState, itemReference } from "#domain/agenda/schema.ts";
import { type LockedDraft, withDraft, writeChange } from "#domain/draft/commands.ts";
import { touchedByOthers } from "#domain/draft/queries.ts";
import { stateOf } from "#domain/draft/rules.ts";
import type { Result } from "#lib/result.ts";
import * as schema from "./schema.ts";

type Refusal =
  | "notFound"
  | "cancelled"
  | "clockSkipped"
  | "invalid"
  | "outOfDay"
  | "first"
  | "last"
  | "changedMeanwhile";

/** Adds the same item once more, beginning where it ends. */
export async function duplicateItem(
  actor: Actor,
  input: ItemReference,
  now: Date,
): Promise<Result<{ itemId: string }, Refusal>> {
  const parsed = itemReference.safeParse(input);
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
): Promise<Result<{ changes: number }, Refusal>> {
  const parsed = schema.placedItem.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { itemId, seen, ...to } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    const touched = await touchedByOthers(person, draft.tripId, seen, tx);
    if ([itemId, to.before].some((id) => id && touched.has(id))) return changedMeanwhile;
    if (!draft.dates.includes(to.date)) return notFound;
    return carryOut(tx, person, draft, place(draft.items.map(stateOf), itemId, to), "move", now);
  });
}

/**
 * Lets an item trade places in time with the one before or after it on its day; refused where somebody else
 * changed one of both since the revision that the person `seen`.
 */
export async function moveItem(
  actor: Actor,
  input: schema.MovedItem,
  now: Date,
): Promise<Result<object, Refusal>> {
  const parsed = schema.movedItem.safeParse(input);
  if (!parsed.success) return notFound;
  const { itemId, direction, seen } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    const plan = swap(draft.items.map(stateOf), itemId, direction);
    const touched = await touchedByOthers(person, draft.tripId, seen, tx);
    return concerns(plan, touched)
      ? changedMeanwhile
      : carryOut(tx, person, draft, plan, "move", now);
  });
}

/**
 * Shifts everything that comes after an item on its day by the same minutes; refused where somebody else
 * changed one of them since the revision that the person `seen`, or two would shift for the same delay.
 */
export async function shiftItems(
  actor: Actor,
  input: schema.Shift,
  now: Date,
): Promise<Result<{ changes: number }, Refusal>> {
  const parsed = schema.shift.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const { itemId, minutes, seen } = parsed.data;
  return withDraft(actor, { itemId }, async (tx, draft, person) => {
    const plan = shiftAfter(draft.items.map(stateOf), itemId, minutes);
    const touched = await touchedByOthers(person, draft.tripId, seen, tx);
    return concerns(plan, touched)
      ? changedMeanwhile
      : carryOut(tx, person, draft, plan, "shift", now);
  });
}

const notFound = { ok: false, reason: "notFound" } as const;
const changedMeanwhile = { ok: false, reason: "changedMeanwhile" } as const;

/** Whether a plan would change an item that others have changed. */
const concerns = (plan: Plan<ItemState>, touched: ReadonlySet<string>) =>
  plan.ok && plan.changes.some(({ id }) => touched.has(id));

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
