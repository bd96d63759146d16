import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudits } from "#domain/audit/commands.ts";
import type { Member } from "#domain/delegation/schema.ts";
import { holdSeats, recount, walkLine } from "#domain/line/commands.ts";
import { lockPeople, tellEntered, usersOf } from "#domain/member/commands.ts";
import { tellSender } from "#domain/message/commands.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { reminderDue } from "./rules.ts";
import { type NamedPlace, namedPlace } from "./schema.ts";

export type NamingRefusal = "notFound" | "invalid" | "gone" | "frozen" | "alreadyRegistered";

/**
 * Names somebody for a place of the own municipality's delegation, until the trip's names are frozen. The
 * place keeps its seat or its place in line; the person hears who entered them. Its coordinator may, and the
 * trip's organiser. A place that is named already, or was given back, is `gone`.
 */
export async function namePlace(
  actor: Actor,
  input: NamedPlace,
  now: Date,
): Promise<Result<object, NamingRefusal>> {
  const parsed = namedPlace.safeParse(input);
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  try {
    return await database().transaction(async (tx) => {
      const place = await placeOf(tx, actor, input.registrationId);
      if (!place) return { ok: false, reason: "notFound" };
      if (!parsed.success) {
        return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
      }
      if (now >= place.namesFrozenAt) return { ok: false, reason: "frozen" };
      const { registrationId, ...person } = parsed.data;
      return nameWith(tx, actor, { ...place, registrationId }, person, now);
    });
  } catch (error) {
    if (isTakenTwice(error)) return { ok: false, reason: "alreadyRegistered" };
    throw error;
  }
}

async function placeOf(tx: Tx, actor: PersonActor, registrationId: string) {
  const [found] = await tx
    .select({
      tripId: registration.tripId,
      organisationId: registration.organisationId,
      locale: registration.locale,
      namesFrozenAt: tripSeat.namesFrozenAt,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .where(
      and(
        sql`${registration.id}::text = ${registrationId}`,
        or(
          inArray(registration.organisationId, organisationsOf(actor, "coordinator")),
          inArray(trip.organisationId, organisationsOf(actor, "organiser")),
        ),
      ),
    );
  return found ?? null;
}

type Unnamed = NonNullable<Awaited<ReturnType<typeof placeOf>>> & { registrationId: string };

async function nameWith(
  tx: Tx,
  actor: PersonActor,
  place: Unnamed,
  person: Member,
  now: Date,
): Promise<Result<object, NamingRefusal>> {
  const { registrationId, tripId, organisationId, locale } = place;
  const email = addressOf(person.email) ?? person.email;
  await lockPeople(tx, tripId, [email]);
  // No seat moves, but somebody who withdraws holds the seats and may come for this row while we wait for theirs.
  await holdSeats(tx, tripId);
  const [userId = ""] = await usersOf(tx, organisationId, [person]);
  const [named] = await tx
    .update(registration)
    .set({ ...person, email, userId })
    .where(
      and(
        eq(registration.id, registrationId),
        isNull(registration.userId),
        isNull(registration.withdrawnAt),
      ),
    )
    .returning({ id: registration.id });
  if (!named) return { ok: false, reason: "gone" };
  await tellEntered(tx, actor, [{ ...person, ...named, tripId, userId, email, locale }], now);
  const about = { subjectId: registrationId, tripId, organisationId };
  await recordAudits(tx, actor, [{ ...about, action: "naming.name" }]);
  return { ok: true };
}

/** The person is on the trip already: the database refuses a second registration. */
function isTakenTwice(error: unknown): boolean {
  const { cause } = error as { cause?: { constraint?: string } };
  return cause?.constraint === "registration_once";
}

/**
 * Gives back, once a trip's names are frozen, every place that nobody was named for, tells who sent the
 * delegation, and walks the line, exactly once per trip however many workers run. Answers how many trips.
 */
export async function freeUnnamed(actor: SystemActor, now: Date): Promise<number> {
  const due = await database()
    .select({ tripId: tripSeat.tripId })
    .from(tripSeat)
    .innerJoin(trip, eq(trip.id, tripSeat.tripId))
    .where(dueBy(now));
  let freed = 0;
  for (const { tripId } of due) {
    if (await database().transaction((tx) => freeOfTrip(tx, actor, tripId, now))) freed += 1;
  }
  return freed;
}

/**
 * Reminds whoever sent a delegation of its unnamed places, a week and two days before they are given back:
 * once each per moment that was set, however often and by how many workers it is called. Answers how many
 * delegations it is due for.
 */
export async function remindOfUnnamed(_actor: SystemActor, now: Date): Promise<number> {
  const delegations = await database()
    .select({
      delegationId: delegation.id,
      tripId: delegation.tripId,
      sentAt: delegation.createdAt,
      namesFrozenAt: tripSeat.namesFrozenAt,
      places: sql<number>`count(*)::integer`,
    })
    .from(registration)
    .innerJoin(delegation, eq(delegation.id, registration.delegationId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, registration.tripId))
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .where(
      and(
        isNull(registration.userId),
        isNull(registration.withdrawnAt),
        gt(tripSeat.namesFrozenAt, now),
        isNull(trip.cancelledAt),
      ),
    )
    .groupBy(delegation.id, tripSeat.namesFrozenAt);
  let due = 0;
  for (const { delegationId, tripId, sentAt, namesFrozenAt, places } of delegations) {
    const days = reminderDue(namesFrozenAt, now);
    // Whoever has sent it since the reminder was due was told all of it then.
    if (days === null || days === reminderDue(namesFrozenAt, sentAt)) continue;
    const facts = { places, namesFrozenAt: namesFrozenAt.toISOString() };
    const cause = `placesToName:${delegationId}:${days}:${facts.namesFrozenAt}`;
    const said = { tripId, delegationId, kind: "placesToName" as const, facts, cause };
    await database().transaction((tx) => tellSender(tx, said, now));
    due += 1;
  }
  return due;
}

const dueBy = (now: Date) =>
  and(
    isNull(tripSeat.namesFreedAt),
    lte(tripSeat.namesFrozenAt, now),
    sql`${trip.publishedAt} is not null`,
    isNull(trip.cancelledAt),
  );

async function freeOfTrip(tx: Tx, actor: SystemActor, tripId: string, now: Date) {
  const [taken] = await tx
    .update(tripSeat)
    .set({ namesFreedAt: now })
    .where(
      and(
        eq(tripSeat.tripId, tripId),
        isNull(tripSeat.namesFreedAt),
        // Asked again under the lock: an organiser may have moved it meanwhile.
        lte(tripSeat.namesFrozenAt, now),
      ),
    )
    .returning({ tripId: tripSeat.tripId });
  if (!taken) return false;
  const unnamed = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(
      and(
        eq(registration.tripId, tripId),
        isNull(registration.userId),
        isNull(registration.withdrawnAt),
      ),
    )
    .orderBy(asc(registration.line));
  const ids = unnamed.map(({ id }) => id);
  if (ids.length === 0) return true;
  const freed = await tx
    .update(registration)
    .set({ withdrawnAt: now })
    // Whoever was named for one in this very moment keeps it.
    .where(and(inArray(registration.id, ids), isNull(registration.userId)))
    .returning({
      id: registration.id,
      organisationId: registration.organisationId,
      delegationId: registration.delegationId,
    });
  await recordAudits(
    tx,
    actor,
    freed.map(({ id, organisationId }) => ({
      action: "naming.free",
      subjectId: id,
      tripId,
      organisationId,
    })),
  );
  for (const [delegationId, places] of Map.groupBy(freed, (place) => place.delegationId)) {
    if (!delegationId) continue;
    const facts = { places: places.length };
    const cause = `placesGivenBack:${delegationId}`;
    await tellSender(tx, { delegationId, tripId, kind: "placesGivenBack", facts, cause }, now);
  }
  await recount(tx, tripId);
  await walkLine(tx, actor, tripId, now);
  return true;
}
