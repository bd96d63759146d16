import { and, eq, inArray, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { trip, tripDay } from "#db/schema/trip.ts";
import { walkIn, walkInRemoval } from "#db/schema/walk-in.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { dayRefusal } from "#domain/attendance/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { dayIsLocked } from "#domain/day-lock/queries.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { walkInsOfTrip } from "./queries.ts";
import { isAmong, mayWrite } from "./rules.ts";
import { type NewRemoval, type NewWalkIn, newRemoval, newWalkIn } from "./schema.ts";

type Refusal = "notFound" | "invalid" | NonNullable<ReturnType<typeof dayRefusal>>;

/** Where the page of a server made an entry. */
const onPage = "page";

/**
 * Writes down on the page of a day who came along without a registration. For organisers of the trip's organisation,
 * until the day is locked, and its crew while the trip runs. The same sent again is `added: false`.
 */
export async function addWalkIn(
  actor: Actor,
  input: NewWalkIn,
  now: Date,
): Promise<Result<{ added: boolean }, Refusal | "idTaken">> {
  const parsed = newWalkIn.safeParse(input);
  return database().transaction(async (tx) => {
    const day = await openDay(tx, actor, input, now);
    if (!day.ok) return day;
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { id, date, tripId, ...person } = parsed.data;
    await oneByOneOn(tx, tripId);
    const here = (await walkInsOfTrip(tx, actor, tripId)).filter((one) => one.date === date);
    if (here.some((one) => one.id === id)) return { ok: true, added: false };
    if (isAmong(person, here)) {
      return { ok: false, reason: "invalid", detail: { familyName: "walkInKnown" } };
    }
    if (person.organisationId && !(await isMunicipality(tx, person.organisationId))) {
      return { ok: false, reason: "invalid", detail: { institution: "walkInFromMissing" } };
    }
    const { tripDayId, organisationId, hand } = day;
    const added = await tx
      .insert(walkIn)
      .values({ id, tripDayId, ...person, ...hand })
      .onConflictDoNothing()
      .returning({ id: walkIn.id });
    if (added.length === 0) return { ok: false, reason: "idTaken" };
    const facts = { subjectId: id, tripId, organisationId, details: { date } };
    await recordAudit(tx, actor, { action: "walkIn.add", ...facts });
    return { ok: true, added: true };
  });
}

/** Says of a walk-in, with a reason, that it was none. For the same people as long. */
export async function removeWalkIn(
  actor: Actor,
  input: NewRemoval,
  now: Date,
): Promise<Result<{ removed: boolean }, Refusal>> {
  const parsed = newRemoval.safeParse(input);
  return database().transaction(async (tx) => {
    const day = await openDay(tx, actor, input, now);
    if (!day.ok) return day;
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const removed = await addRemoval(tx, day.by, { ...day, ...parsed.data }, now);
    return removed === "unknown" ? { ok: false, reason: "notFound" } : { ok: true, removed };
  });
}

type RemovedOn = {
  id: string;
  walkInId: string;
  reason: string;
  tripDayId: string;
  tripId: string;
  date: IsoDate;
  organisationId: string;
};

/** The same in the transaction of a caller who has found the day to be the actor's and open. */
export async function addRemoval(
  tx: Tx,
  actor: PersonActor,
  { id, walkInId, reason, tripDayId, tripId, date, organisationId }: RemovedOn,
  now: Date,
): Promise<boolean | "unknown"> {
  const known = await tx.$count(
    walkIn,
    and(eq(walkIn.id, walkInId), eq(walkIn.tripDayId, tripDayId)),
  );
  if (known === 0) return "unknown";
  const before = await tx.$count(
    walkInRemoval,
    and(eq(walkInRemoval.walkInId, walkInId), eq(walkInRemoval.tripDayId, tripDayId)),
  );
  if (before > 0) return false;
  const added = await tx
    .insert(walkInRemoval)
    .values({ id, tripDayId, walkInId, reason, ...handOf(actor, now) })
    .onConflictDoNothing()
    .returning({ id: walkInRemoval.id });
  if (added.length === 0) return false;
  const facts = { subjectId: walkInId, tripId, organisationId, details: { date, reason } };
  await recordAudit(tx, actor, { action: "walkIn.remove", ...facts });
  return true;
}

const handOf = ({ userId }: PersonActor, now: Date) => ({
  recordedBy: userId,
  device: onPage,
  deviceAt: now,
  receivedAt: now,
});

/** Two that write the same walk-in down at once come one after the other: the later one finds it known. */
export async function oneByOneOn(tx: Tx, tripId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('walk-in'), hashtext(${tripId}))`);
}

/** The ids of those that are municipalities of the register. */
export async function municipalitiesAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(inArray(organisation.id, [...ids]), eq(organisation.kind, "municipality")));
  return new Set(rows.map(({ id }) => id));
}

const isMunicipality = async (tx: Tx, id: string) => (await municipalitiesAmong(tx, [id])).has(id);

/** The day, if the actor may write something down of it now; nobody locks it before the transaction ends. */
async function openDay(
  tx: Tx,
  actor: Actor,
  { tripId, date }: { tripId: string; date: IsoDate },
  now: Date,
) {
  const refused = (reason: Exclude<Refusal, "invalid">) => ({ ok: false as const, reason });
  if (!isPerson(actor)) return refused("notFound");
  const own = [...organisationsOf(actor, "organiser"), ...organisationsOf(actor, "crew")];
  const [found] = await tx
    .select({
      tripDayId: tripDay.id,
      organisationId: trip.organisationId,
      publishedAt: trip.publishedAt,
      cancelledAt: trip.cancelledAt,
      completedAt: trip.completedAt,
      dates: datesOfTrip,
    })
    .from(tripDay)
    .innerJoin(trip, eq(trip.id, tripDay.tripId))
    .where(
      and(
        sql`${trip.id}::text = ${tripId}`,
        sql`${tripDay.date}::text = ${date}`,
        inArray(trip.organisationId, own),
      ),
    );
  if (!found) return refused("notFound");
  const may = mayWrite(actor, found, now);
  if (!may) return refused("notFound");
  const dayLocked = await dayIsLocked(tx, found.tripDayId);
  const refusal = dayRefusal({ ...found, ...may, dayLocked });
  if (refusal) return refused(refusal);
  return { ok: true as const, ...found, hand: handOf(actor, now), by: actor };
}
