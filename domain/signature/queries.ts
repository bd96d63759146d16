import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { organisation } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { signature } from "#db/schema/sheet.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { stateOf } from "#domain/attendance/rules.ts";
import { nameOnTrip } from "#domain/organisation/queries.ts";
import { counting, markColumns } from "#domain/presence/queries.ts";
import type { Compared } from "./rules.ts";

export type ComparedPerson = Compared & {
  registrationId: string;
  givenName: string;
  familyName: string;
  organisation: string;
  /** Came along without a registration; the id is the walk-in's. */
  isWalkIn?: true;
};

/**
 * Who should have signed on a day, by surname, with the state by the marks and what was last read on the sheet; for a
 * caller who has found the day to be the actor's.
 */
export async function comparedPeople(
  tx: Tx,
  _actor: Actor,
  tripDayId: string,
): Promise<ComparedPerson[]> {
  const rows = await tx
    .select({
      registrationId: registration.id,
      givenName: registration.givenName,
      familyName: registration.familyName,
      organisation: nameOnTrip(registration.tripId),
      withdrawnAt: registration.withdrawnAt,
      mark: { id: attendance.id, ...markColumns },
    })
    .from(registration)
    .innerJoin(organisation, eq(organisation.id, registration.organisationId))
    .innerJoin(tripDay, eq(tripDay.tripId, registration.tripId))
    .leftJoin(
      attendance,
      and(
        eq(attendance.registrationId, registration.id),
        eq(attendance.tripDayId, tripDay.id),
        counting,
      ),
    )
    .where(
      and(
        eq(tripDay.id, tripDayId),
        isNotNull(registration.confirmedAt),
        isNotNull(registration.userId),
      ),
    )
    .orderBy(
      sql`${registration.familyName} collate "lv-x-icu"`,
      sql`${registration.givenName} collate "lv-x-icu"`,
      asc(registration.id),
    );
  const read = await lastSignatures(tx, tripDayId);
  return [...Map.groupBy(rows, ({ registrationId }) => registrationId).values()].flatMap((all) => {
    const [{ mark: _mark, withdrawnAt, ...person }] = all as [(typeof rows)[number]];
    const marks = all.flatMap(({ mark }) => (mark ? [mark] : []));
    // Who withdrew counts only if somebody marked them before.
    if (withdrawnAt && marks.length === 0) return [];
    const { signed = null, explanation = null } = read.get(person.registrationId) ?? {};
    return [{ ...person, state: stateOf(marks), signed, explanation }];
  });
}

async function lastSignatures(tx: Tx, tripDayId: string) {
  const rows = await tx
    .selectDistinctOn([signature.registrationId], {
      registrationId: signature.registrationId,
      signed: signature.signed,
      explanation: signature.explanation,
    })
    .from(signature)
    .where(eq(signature.tripDayId, tripDayId))
    .orderBy(signature.registrationId, sql`${signature.sequence} desc`);
  return new Map(rows.map((row) => [row.registrationId, row]));
}
