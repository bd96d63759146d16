import { and, eq, inArray } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { tripDay } from "#db/schema/trip.ts";
import { walkIn, walkInRemoval } from "#db/schema/walk-in.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { dayRefusal } from "#domain/attendance/rules.ts";
import { recordAudits } from "#domain/audit/commands.ts";
import { type Led, tripLed } from "#domain/roll-call/commands.ts";
import { arrival, idIn, ofOther, refused } from "#domain/roll-call/rules.ts";
import { delivery, type MarkAnswer, type MarkRefusal } from "#domain/roll-call/schema.ts";
import { municipalitiesAmong, oneByOneOn } from "#domain/walk-in/commands.ts";
import { isSameEntry } from "#domain/walk-in/rules.ts";
import {
  type DeliveredEntry,
  type DeliveredRemoval,
  type DeliveredWalkIn,
  deliveredEntry,
} from "#domain/walk-in/schema.ts";
import type { Result } from "#lib/result.ts";

/**
 * Takes the walk-ins and removals that a phone has gathered, at most 500 and each answered in the order given, by the
 * rules of marks (`deliverMarks`). A removal may come before what it removes. Sending again changes nothing.
 */
export async function deliverWalkIns(
  actor: Actor,
  { slug, entries }: { slug: string; entries: unknown },
  now: Date,
): Promise<Result<{ answers: MarkAnswer[] }, "notFound" | "invalid">> {
  const given = delivery.safeParse(entries);
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  return database().transaction(async (tx) => {
    const led = await tripLed(tx, actor, slug);
    if (!led) return { ok: false, reason: "notFound" };
    if (!given.success) return { ok: false, reason: "invalid" };
    const parsed = given.data.map((one) => deliveredEntry.safeParse(one));
    const sound = parsed.flatMap(({ data }) => (data ? [data] : []));
    const municipalities = await municipalitiesAmong(tx, sound.flatMap(municipalityOf));
    await oneByOneOn(tx, led.tripId);
    const known = await knownEntries(tx, led, sound);
    const fresh: DeliveredEntry[] = [];
    const answers = parsed.map(({ data: entry }, index): MarkAnswer => {
      if (!entry) return refused(idIn(given.data[index]), "invalid");
      const same = known.get(entry.id);
      if (same) {
        return isSameEntry(same, entry)
          ? { id: entry.id, answer: "known" }
          : refused(entry.id, "idTaken");
      }
      if (municipalityOf(entry).some((id) => !municipalities.has(id))) {
        return refused(entry.id, "invalid");
      }
      const reason = refusalOf(led, entry, now);
      if (reason) return refused(entry.id, reason);
      known.set(entry.id, entry);
      fresh.push(entry);
      return { id: entry.id, answer: "kept" };
    });
    const added = await keep(tx, actor, led, fresh, now);
    return { ok: true, answers: answers.map((one) => ofOther(one, added)) };
  });
}

const municipalityOf = (entry: DeliveredEntry) =>
  entry.kind === "added" && entry.organisationId ? [entry.organisationId] : [];

function refusalOf(led: Led, { date, deviceAt }: DeliveredEntry, now: Date): MarkRefusal | null {
  const dates = led.days.map((day) => day.date);
  if (!dates.includes(date)) return "notFound";
  const late = arrival(led.leader, new Date(deviceAt), dates, now);
  if (late === "revoked" || late === "notRunning") return late;
  return dayRefusal({ ...led, dayLocked: led.locked.has(date) });
}

/** What is here under the ids given, of this trip. */
async function knownEntries(tx: Tx, { tripId }: Led, entries: readonly DeliveredEntry[]) {
  const known = new Map<string, Parameters<typeof isSameEntry>[0]>();
  const ids = entries.map(({ id }) => id);
  if (ids.length === 0) return known;
  const added = await tx
    .select({
      id: walkIn.id,
      date: tripDay.date,
      givenName: walkIn.givenName,
      familyName: walkIn.familyName,
      organisationId: walkIn.organisationId,
      institution: walkIn.institution,
    })
    .from(walkIn)
    .innerJoin(tripDay, eq(tripDay.id, walkIn.tripDayId))
    .where(and(inArray(walkIn.id, ids), eq(tripDay.tripId, tripId)));
  const removed = await tx
    .select({ id: walkInRemoval.id, date: tripDay.date, walkInId: walkInRemoval.walkInId })
    .from(walkInRemoval)
    .innerJoin(tripDay, eq(tripDay.id, walkInRemoval.tripDayId))
    .where(and(inArray(walkInRemoval.id, ids), eq(tripDay.tripId, tripId)));
  for (const row of added) known.set(row.id, { kind: "added", ...row });
  for (const row of removed) known.set(row.id, { kind: "removed", ...row });
  return known;
}

/** Writes what is new, a statement for each table; answers the ids that were not taken. */
async function keep(
  tx: Tx,
  actor: PersonActor,
  led: Led,
  entries: readonly DeliveredEntry[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const dayOf = new Map(led.days.map(({ id, date }) => [date, id]));
  const revoked = led.leader.endedAt !== null;
  const hand = ({ id, date, device, deviceAt }: DeliveredEntry) => ({
    id,
    tripDayId: dayOf.get(date) ?? "",
    device,
    deviceAt: new Date(deviceAt),
    recordedBy: actor.userId,
    receivedAt: now,
    revoked,
  });
  const additions = entries.filter((one): one is DeliveredWalkIn => one.kind === "added");
  const removals = entries.filter((one): one is DeliveredRemoval => one.kind === "removed");
  const rows = [];
  if (additions.length > 0) {
    const values = additions.map((one) => {
      const { givenName, familyName, organisationId, institution } = one;
      return { ...hand(one), givenName, familyName, organisationId, institution };
    });
    const written = tx.insert(walkIn).values(values).onConflictDoNothing();
    rows.push(...(await written.returning({ id: walkIn.id })));
  }
  if (removals.length > 0) {
    const values = removals.map((one) => {
      const { walkInId, reason } = one;
      return { ...hand(one), walkInId, reason };
    });
    const written = tx.insert(walkInRemoval).values(values).onConflictDoNothing();
    rows.push(...(await written.returning({ id: walkInRemoval.id })));
  }
  const added = new Set(rows.map(({ id }) => id));
  const { tripId, organisationId } = led;
  const facts = entries
    .filter(({ id }) => added.has(id))
    .map((one) => ({
      action: one.kind === "added" ? "walkIn.add" : "walkIn.remove",
      subjectId: one.kind === "added" ? one.id : one.walkInId,
      tripId,
      organisationId,
      details: {
        date: one.date,
        ...(one.kind === "removed" ? { reason: one.reason } : {}),
        ...(revoked ? { revoked } : {}),
      },
    }));
  await recordAudits(tx, actor, facts);
  return added;
}
