import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { pickup } from "#db/schema/travel.ts";
import { quota, trip, tripDay, tripPlace, tripSeat } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { choicesExist, lockDraft, writeChange } from "#domain/draft/commands.ts";
import { draftItems } from "#domain/draft/queries.ts";
import { inSkippedHour, stateOf } from "#domain/draft/rules.ts";
import { recount } from "#domain/line/commands.ts";
import { copyLodgings, copyTravel } from "#domain/logistics/commands.ts";
import { copyQuestions } from "#domain/question/commands.ts";
import { insertTrip } from "#domain/trip/commands.ts";
import type { TripFacts } from "#domain/trip/schema.ts";
import { addDays, clockInRiga, clockShows, dateInRiga } from "#lib/dates.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { daysBetween, daysLater, quotasForToday } from "./rules.ts";
import { type TripCopy, tripCopy } from "./schema.ts";

/**
 * Makes a new draft of an own trip, in whatever state that is: its facts, seats, quotas, itinerary, vehicles
 * with their stops and lodgings with their rooms, all days shifted by the same number. People, drivers,
 * versions, attendance and accepted warnings stay behind.
 */
export async function copyTrip(
  actor: Actor,
  input: TripCopy,
  now: Date,
): Promise<Result<{ tripId: string; slug: string; items: number }, "notFound" | "invalid">> {
  const parsed = tripCopy.safeParse(input);
  return database().transaction(async (tx) => {
    const source = await sourceOf(tx, actor, input.tripId);
    if (!source || !isPerson(actor)) return { ok: false, reason: "notFound" };
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { firstDay, title, tripId } = parsed.data;
    const days = daysBetween(source.dates[0] ?? firstDay, firstDay);
    const facts = shiftedFacts(source, days, title);
    const { organisationId, capacity } = source;
    if (await meetsSkippedHour(tx, actor, tripId, days)) {
      return { ok: false, reason: "invalid", detail: { firstDay: "clockSkippedCopy" } };
    }
    const made = await insertTrip(tx, actor, { organisationId, capacity, facts }, now);
    if (!made.ok) return made;
    await copySeats(tx, tripId, made.tripId, source, days);
    const way = { from: tripId, to: made.tripId, days };
    await copyTravel(tx, way);
    await copyLodgings(tx, way);
    await copyQuestions(tx, way);
    const items = await copyItems(tx, actor, way, now);
    const details = { from: tripId, days, items };
    const { tripId: subjectId, slug } = made;
    await recordAudit(tx, actor, { action: "trip.copy", subjectId, tripId: subjectId, details });
    return { ok: true, tripId: subjectId, slug, items };
  });
}

/** Whether an item or a stop would then lie in the hour that the clocks skip in March. */
async function meetsSkippedHour(tx: Tx, actor: Actor, tripId: string, days: number) {
  const items = await draftItems(actor, tripId, tx);
  const stops = await tx
    .select({ departsAt: pickup.departsAt })
    .from(pickup)
    .where(eq(pickup.tripId, tripId));
  return (
    items.some((item) => inSkippedHour({ ...item, date: addDays(item.date, days) })) ||
    stops.some(
      ({ departsAt }) => !clockShows(addDays(dateInRiga(departsAt), days), clockInRiga(departsAt)),
    )
  );
}

type Source = NonNullable<Awaited<ReturnType<typeof sourceOf>>>;

async function sourceOf(tx: Tx, actor: Actor, tripId: string) {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [row] = await tx
    .select({
      organisationId: trip.organisationId,
      facts: {
        projectId: trip.projectId,
        title: trip.title,
        aim: trip.aim,
        costs: trip.costs,
        contactName: trip.contactName,
        contactPhone: trip.contactPhone,
        topics: sql<TripFacts["topics"]>`${trip.topics}`,
        languages: sql<NonNullable<TripFacts["languages"]>>`${trip.languages}`,
        travelSpeed: trip.travelSpeed,
        registrationOpensAt: trip.registrationOpensAt,
        registrationDeadline: trip.registrationDeadline,
        timesIllustrative: trip.timesIllustrative,
        invitationOnly: trip.invitationOnly,
      },
      capacity: tripSeat.capacity,
      allocationOrder: tripSeat.allocationOrder,
      releaseAt: tripSeat.releaseAt,
      promotionEndsAt: tripSeat.promotionEndsAt,
      namesFrozenAt: tripSeat.namesFrozenAt,
      signOffHours: tripSeat.signOffHours,
    })
    .from(trip)
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .where(and(sql`${trip.id}::text = ${tripId}`, own));
  if (!row) return null;
  const days = await tx
    .select({ date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(tripDay.date));
  const places = await tx
    .select({ placeId: tripPlace.placeId, kind: tripPlace.kind })
    .from(tripPlace)
    .where(eq(tripPlace.tripId, tripId))
    .orderBy(asc(tripPlace.position));
  return { ...row, dates: days.map(({ date }) => date), places };
}

function shiftedFacts({ facts, dates, places }: Source, days: number, title: string): TripFacts {
  return {
    ...facts,
    title: title === facts.title.lv ? facts.title : { ...facts.title, lv: title },
    dates: dates.map((date) => addDays(date, days)),
    places,
    registrationOpensAt: daysLater(facts.registrationOpensAt, days),
    registrationDeadline: daysLater(facts.registrationDeadline, days),
  };
}

async function copySeats(tx: Tx, from: string, to: string, source: Source, days: number) {
  const { allocationOrder, releaseAt, promotionEndsAt, namesFrozenAt, signOffHours } = source;
  const old = await tx
    .select({
      organisationId: quota.organisationId,
      guaranteed: quota.guaranteed,
      maximum: quota.maximum,
      ended: sql<boolean>`${organisation.validTo} is not null`,
      successors: sql<string[]>`array(select successor_id::text from organisation_successor
        where organisation_id = ${organisation.id})`,
    })
    .from(quota)
    .innerJoin(organisation, eq(organisation.id, quota.organisationId))
    .where(eq(quota.tripId, from));
  const quotas = quotasForToday(old);
  const guaranteed = quotas.reduce((sum, one) => sum + one.guaranteed, 0);
  await tx
    .update(tripSeat)
    .set({
      allocationOrder,
      guaranteed,
      releaseAt: releaseAt && daysLater(releaseAt, days),
      promotionEndsAt: daysLater(promotionEndsAt, days),
      namesFrozenAt: daysLater(namesFrozenAt, days),
      signOffHours,
    })
    .where(eq(tripSeat.tripId, to));
  if (quotas.length) await tx.insert(quota).values(quotas.map((one) => ({ ...one, tripId: to })));
  await recount(tx, to);
}

async function copyItems(
  tx: Tx,
  actor: PersonActor,
  { from, to, days }: { from: string; to: string; days: number },
  now: Date,
): Promise<number> {
  const draft = await lockDraft(tx, actor, { tripId: to });
  if (!draft.ok) throw new Error("A trip that was just made is not the maker's");
  const changes = (await draftItems(actor, from, tx)).map((item) => ({
    ...stateOf(item),
    id: randomUUID(),
    date: addDays(item.date, days),
    revision: 0,
  }));
  for (const item of changes) {
    if (!(await choicesExist(tx, actor, item))) throw new Error("An item points at nothing");
  }
  if (changes.length) await writeChange(tx, actor, draft, { kind: "copy", changes }, now);
  return changes.length;
}
