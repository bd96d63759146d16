import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { need, needConsent } from "#db/schema/need.ts";
import { registration } from "#db/schema/registration.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { isPerson, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { isStillOf } from "#domain/registration/rules.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import { dateInRiga } from "#lib/dates.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { isEnteredByCoordinator } from "./rules.ts";
import { type KeptDays, keptDays, type NeedForm, needForm } from "./schema.ts";

/**
 * Keeps what somebody needs on the way, by a consent of their own: the person, or the coordinator who enters the
 * delegation. Without the box nothing is kept (`notAgreed`); while a consent runs it is not asked for again.
 * Saying that nothing is needed deletes what was said, and its consent ends.
 */
export async function saveNeeds(
  actor: Actor,
  input: NeedForm,
  now: Date,
): Promise<Result<object, "notFound" | "invalid" | "notAgreed" | "gone">> {
  const parsed = needForm.safeParse(input);
  return database().transaction(async (tx) => {
    const found = await lockNeeds(tx, actor, input.registrationId, now);
    if (!found || !isPerson(actor)) return { ok: false, reason: "notFound" };
    if (!isStillOf(found.userId, input)) return { ok: false, reason: "gone" };
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { registrationId, diet, agreed, wording } = parsed.data;
    const [allergy, access] = [parsed.data.allergy || null, parsed.data.access || null];
    const about = aboutOf(registrationId, found);
    if (diet === "none" && !allergy && !access) {
      await deleteNeeds(tx, [registrationId], now);
      await recordAudit(tx, actor, { ...about, action: "need.delete" });
      return { ok: true };
    }
    const running = runningConsent(found, actor);
    if (!running && !agreed) return { ok: false, reason: "notAgreed" };
    if (!running) await deleteNeeds(tx, [registrationId], now);
    const consentId =
      running ?? (await agree(tx, { registrationId, wording, by: actor.userId }, now));
    const said = { diet, allergy, access, consentId, changedAt: now };
    await tx
      .insert(need)
      .values({ registrationId, ...said })
      .onConflictDoUpdate({ target: need.registrationId, set: said });
    await recordAudit(tx, actor, { ...about, action: "need.save" });
    return { ok: true };
  });
}

/** The consent is taken back, and what was kept by it is gone at once. Taking it back twice is once. */
export async function withdrawNeedConsent(
  actor: Actor,
  place: PlaceReference,
  now: Date,
): Promise<Result<object, "notFound">> {
  const { registrationId } = place;
  return database().transaction(async (tx) => {
    const found = await lockNeeds(tx, actor, registrationId, now);
    if (!found || !isStillOf(found.userId, place)) return { ok: false, reason: "notFound" };
    if (found.consentId) {
      await deleteNeeds(tx, [registrationId], now);
      const about = aboutOf(registrationId, found);
      await recordAudit(tx, actor, { ...about, action: "need.withdrawConsent" });
    }
    return { ok: true };
  });
}

/** How many days after the trip, 30 at most, its organiser has needs deleted. */
export async function keepNeedsFor(
  actor: Actor,
  input: KeptDays,
  _now: Date,
): Promise<Result<object, "notFound" | "invalid">> {
  const parsed = keptDays.safeParse(input);
  return database().transaction(async (tx) => {
    // Also of a trip that is over: that is when it matters.
    const [own] = await tx
      .select({ id: trip.id })
      .from(trip)
      .where(
        and(
          sql`${trip.id}::text = ${input.tripId}`,
          inArray(trip.organisationId, organisationsOf(actor, "organiser")),
        ),
      );
    if (!own) return { ok: false, reason: "notFound" };
    if (!parsed.success) {
      return { ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) };
    }
    const { days } = parsed.data;
    await tx.update(trip).set({ needsKeptDays: days }).where(eq(trip.id, own.id));
    const about = { subjectId: own.id, tripId: own.id };
    await recordAudit(tx, actor, { ...about, action: "need.keepFor", details: { days } });
    return { ok: true };
  });
}

/** In the caller's transaction: whoever's place it was, nothing of their needs stays. A trigger does the deleting. */
export async function deleteNeeds(
  tx: Tx,
  registrationIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .update(needConsent)
    .set({ withdrawnAt: now })
    .where(
      and(
        inArray(needConsent.registrationId, [...registrationIds]),
        isNull(needConsent.withdrawnAt),
      ),
    );
}

/** Deletes the needs of every trip whose time for it has come, and records per trip how many there were. */
export async function forgetNeeds(actor: SystemActor, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    const { rows } = await tx.execute<{ trip_id: string; forgotten: number }>(sql`
      with over as (
        select r.id, r.trip_id from registration r join trip t on t.id = r.trip_id
        where t.cancelled_at is not null or (select max(date) + t.needs_kept_days
          from trip_day where trip_id = t.id) < ${dateInRiga(now)}::date
      ), gone as (
        update need_consent c set withdrawn_at = ${now.toISOString()} from over
        where c.registration_id = over.id and c.withdrawn_at is null returning over.trip_id
      )
      select trip_id, count(*)::integer as forgotten from gone group by 1`);
    for (const { trip_id: tripId, forgotten } of rows) {
      const about = { subjectId: tripId, tripId, details: { needs: forgotten } };
      await recordAudit(tx, actor, { ...about, action: "need.forget" });
    }
  });
}

type Found = {
  tripId: string;
  organisationId: string;
  userId: string | null;
  consentId: string | null;
  consentGivenBy: string | null;
};

/** What a coordinator agreed to on somebody's behalf does not stand for what that person says now. */
function runningConsent(found: Found, actor: PersonActor): string | null {
  const isOwn = found.userId === actor.userId;
  return isOwn && found.consentGivenBy !== actor.userId ? null : found.consentId;
}

/** The registration's row is held: nobody else takes its place, or its consent back, at the same moment. */
async function lockNeeds(
  tx: Tx,
  actor: Actor,
  registrationId: string,
  now: Date,
): Promise<Found | null> {
  if (!isPerson(actor)) return null;
  const coordinated = inArray(registration.organisationId, organisationsOf(actor, "coordinator"));
  const [found] = await tx
    .select({
      userId: registration.userId,
      tripId: registration.tripId,
      organisationId: registration.organisationId,
      enteredBy: registration.enteredBy,
      namesFrozenAt: tripSeat.namesFrozenAt,
    })
    .from(registration)
    .innerJoin(trip, eq(trip.id, registration.tripId))
    .innerJoin(tripSeat, eq(tripSeat.tripId, trip.id))
    .where(
      and(
        sql`${registration.id}::text = ${registrationId}`,
        or(eq(registration.userId, actor.userId), coordinated),
        isNull(registration.withdrawnAt),
        isNull(trip.cancelledAt),
        sql`${registration.userId} is not null`,
      ),
    )
    .for("update", { of: registration });
  if (!found) return null;
  // Looked for once the row is held: whoever held it before may have agreed to something.
  const [consent] = await tx
    .select({ consentId: needConsent.id, consentGivenBy: needConsent.givenBy })
    .from(needConsent)
    .where(and(eq(needConsent.registrationId, registrationId), isNull(needConsent.withdrawnAt)));
  const whole = { ...found, ...(consent ?? { consentId: null, consentGivenBy: null }) };
  return mayEnter(actor, whole, now) ? whole : null;
}

const mayEnter = (
  actor: PersonActor,
  found: Parameters<typeof isEnteredByCoordinator>[0],
  now: Date,
) => found.userId === actor.userId || isEnteredByCoordinator(found, now);

async function agree(
  tx: Tx,
  given: { registrationId: string; wording: string; by: string },
  now: Date,
): Promise<string> {
  const { registrationId, wording, by: givenBy } = given;
  const [made] = await tx
    .insert(needConsent)
    .values({ registrationId, wording, givenBy, givenAt: now })
    .returning({ id: needConsent.id });
  return (made as { id: string }).id;
}

const aboutOf = (subjectId: string, { tripId, organisationId }: Found) => ({
  subjectId,
  tripId,
  organisationId,
});
