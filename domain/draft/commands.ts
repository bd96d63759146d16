import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { agendaChange, agendaItem, agendaItemSpeaker } from "#db/schema/itinerary.ts";
import { organisation, place, speaker } from "#db/schema/organisation.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import type { ItemState } from "#domain/agenda/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import type { Result } from "#lib/result.ts";
import { draftItems, latestChanges } from "./queries.ts";
import { inSkippedHour, momentOf, stateOf, undoable, undone } from "./rules.ts";
import { type ChangeKind, type DraftItem, type Undoing, undoing } from "./schema.ts";

export type LockedDraft = {
  tripId: string;
  revision: number;
  dates: string[];
  items: DraftItem[];
};

type Locking = "notFound" | "cancelled";
type Common = Locking | "clockSkipped";

/** Undoes what was written: an item would begin or end in the hour that the clocks skip in March. */
class ClockSkipped extends Error {}

/**
 * Takes back the actor's own newest change, which must still be the one of that revision: twice sent is once
 * undone. Refused when somebody has changed the same items since.
 */
export async function undoChange(
  actor: Actor,
  input: Undoing,
  now: Date,
): Promise<Result<object, Common | "nothingToUndo" | "changedMeanwhile" | "unknownChoice">> {
  const parsed = undoing.safeParse(input);
  if (!parsed.success) return notFound;
  const { tripId, revision } = parsed.data;
  return withDraft(actor, { tripId }, async (tx, draft, person) => {
    const last = undoable(await latestChanges(actor, tripId, tx), person.userId);
    if (!last || last.revision !== revision) return { ok: false, reason: "nothingToUndo" };
    const back = undone(draft.items.map(stateOf), last);
    if (!back || back.changes.some(({ date }) => !draft.dates.includes(date))) {
      return { ok: false, reason: "changedMeanwhile" };
    }
    for (const item of back.changes) {
      if (!(await choicesExist(tx, actor, item))) return { ok: false, reason: "unknownChoice" };
    }
    await writeChange(tx, person, draft, { kind: "undo", ...back, undoes: revision }, now);
    return { ok: true };
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

/**
 * One transaction around a change of a draft that is the actor's and goes on. Whatever would put an item into
 * the hour that the clocks skip in March is refused, and nothing of it is written.
 */
export async function withDraft<Outcome>(
  actor: Actor,
  which: { tripId: string } | { itemId: string },
  write: (tx: Tx, draft: LockedDraft, person: PersonActor) => Promise<Outcome>,
): Promise<Outcome | { ok: false; reason: Common }> {
  try {
    return await database().transaction(async (tx) => {
      const draft = await lockDraft(tx, actor, which);
      if (!draft.ok) return { ok: false, reason: draft.reason };
      return isPerson(actor) ? write(tx, draft, actor) : notFound;
    });
  } catch (error) {
    if (error instanceof ClockSkipped) return { ok: false, reason: "clockSkipped" };
    throw error;
  }
}

/** Nobody else writes to this trip's draft until the transaction ends; registrations are not held up. */
export async function lockDraft(
  tx: Tx,
  actor: Actor,
  which: { tripId: string } | { itemId: string },
): Promise<Result<LockedDraft, Locking>> {
  const wanted = "tripId" in which ? eq(trip.id, which.tripId) : tripOfItem(which.itemId);
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await tx
    .select({ tripId: trip.id, revision: trip.draftRevision, cancelledAt: trip.cancelledAt })
    .from(trip)
    .where(and(wanted, own))
    .for("no key update");
  if (!found) return { ok: false, reason: "notFound" };
  if (found.cancelledAt) return { ok: false, reason: "cancelled" };
  const days = await tx
    .select({ date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, found.tripId))
    .orderBy(tripDay.date);
  const items = await draftItems(actor, found.tripId, tx);
  return { ok: true, ...found, dates: days.map(({ date }) => date), items };
}

/** The trip of an item that is in a draft, or was. */
function tripOfItem(itemId: string): SQL {
  const holds = JSON.stringify([{ id: itemId }]);
  return sql`${trip.id} in (
    select trip_id from trip_day join agenda_item on trip_day_id = trip_day.id
      where agenda_item.id = ${itemId}
    union select trip_id from agenda_change where before @> ${holds}::jsonb)`;
}

type Written = {
  kind: ChangeKind;
  changes?: readonly ItemState[];
  removed?: readonly string[];
  undoes?: number;
};

/**
 * Writes changed items into a locked draft and remembers the change, so that it can be undone and told.
 * Answers the draft's new revision.
 */
export async function writeChange(
  tx: Tx,
  actor: PersonActor,
  draft: LockedDraft,
  { kind, changes = [], removed = [], undoes }: Written,
  now: Date,
): Promise<number> {
  const before = draft.items.filter(
    ({ id }) => removed.includes(id) || changes.some((one) => one.id === id),
  );
  if (changes.some(inSkippedHour)) throw new ClockSkipped();
  const known = new Map(before.map((item) => [item.id, item]));
  const after = changes.map((one) => ({
    ...one,
    revision: Math.max(one.revision, known.get(one.id)?.revision ?? 0) + 1,
  }));
  const revision = draft.revision + 1;
  if (removed.length) await tx.delete(agendaItem).where(inArray(agendaItem.id, [...removed]));
  for (const item of after) await writeItem(tx, draft.tripId, item, known.get(item.id));
  await tx.update(trip).set({ draftRevision: revision }).where(eq(trip.id, draft.tripId));
  await tx.insert(agendaChange).values({
    tripId: draft.tripId,
    revision,
    kind,
    before: before.map(stateOf),
    after,
    undoes: undoes ?? null,
    changedBy: actor.userId,
    changedAt: now,
  });
  const [subject] = [...after, ...before];
  await recordAudit(tx, actor, {
    action: `itinerary.${kind}`,
    tripId: draft.tripId,
    subjectId: subject?.id ?? draft.tripId,
    details: { revision, items: after.length + removed.length, title: subject?.title.lv },
  });
  return revision;
}

async function writeItem(tx: Tx, tripId: string, item: ItemState, before: ItemState | undefined) {
  const { id, date, starts, ends, speakerIds, ...facts } = item;
  const [day] = await tx
    .select({ tripDayId: tripDay.id })
    .from(tripDay)
    .where(and(eq(tripDay.tripId, tripId), eq(tripDay.date, date)));
  if (!day) throw new Error(`The trip has no day ${date}`);
  const times = { startsAt: momentOf(date, starts), endsAt: momentOf(date, ends) };
  const values = { ...facts, ...times, ...day };
  await tx
    .insert(agendaItem)
    .values({ id, ...values })
    .onConflictDoUpdate({ target: agendaItem.id, set: values });
  if (before && before.speakerIds.join() === speakerIds.join()) return;
  await tx.delete(agendaItemSpeaker).where(eq(agendaItemSpeaker.agendaItemId, id));
  const rows = speakerIds.map((speakerId, position) => ({ agendaItemId: id, speakerId, position }));
  if (rows.length) await tx.insert(agendaItemSpeaker).values(rows);
}

/** Whether the host, the place and the speakers of an item are still on record. */
export async function choicesExist(
  tx: Tx,
  _actor: Actor,
  { hostId, placeId, speakerIds }: Pick<ItemState, "hostId" | "placeId" | "speakerIds">,
): Promise<boolean> {
  const hosts = hostId ? await tx.$count(organisation, eq(organisation.id, hostId)) : 1;
  const places = placeId ? await tx.$count(place, eq(place.id, placeId)) : 1;
  const speakers = await tx.$count(speaker, inArray(speaker.id, speakerIds));
  return hosts === 1 && places === 1 && speakers === speakerIds.length;
}
