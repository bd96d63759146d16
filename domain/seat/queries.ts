import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import type { LocalizedText } from "#db/schema/columns.ts";
import { organisation } from "#db/schema/organisation.ts";
import { quota, tripSeat } from "#db/schema/trip.ts";
import type { AllocationOrder, SeatFacts, WaitingUnit } from "./rules.ts";

/** A trip's seats as its row holds them, and who waits: what the rules decide on. */
export type TripSeats = SeatFacts & {
  tripId: string;
  releasedAt: Date | null;
  /** Until when places may stay unnamed and people may be replaced. */
  namesFrozenAt: Date;
  /** Within how many hours a municipality signs off its employee; null where it need not. */
  signOffHours: number | null;
};

/**
 * Reads the facts of one trip. With `lock` its row is held until the transaction ends: whoever counts
 * seats must hold it. Null when there is no such trip.
 */
export async function seatFacts(
  tx: Tx,
  tripId: string,
  { lock = false } = {},
): Promise<TripSeats | null> {
  const seats = tx
    .select({
      tripId: tripSeat.tripId,
      capacity: tripSeat.capacity,
      allocationOrder: tripSeat.allocationOrder,
      releaseAt: tripSeat.releaseAt,
      releasedAt: tripSeat.releasedAt,
      promotionEndsAt: tripSeat.promotionEndsAt,
      namesFrozenAt: tripSeat.namesFrozenAt,
      signOffHours: tripSeat.signOffHours,
    })
    .from(tripSeat)
    .where(eq(tripSeat.tripId, tripId));
  const [row] = await (lock ? seats.for("update") : seats);
  if (!row) return null;
  const quotas = await tx
    .select({
      organisationId: quota.organisationId,
      guaranteed: quota.guaranteed,
      maximum: quota.maximum,
      taken: quota.taken,
    })
    .from(quota)
    .where(eq(quota.tripId, tripId));
  return { ...row, quotas, waiting: await unitsInLine(tx, tripId) };
}

/** What stands in line, with the people of each unit in the order in which they get seats. */
async function unitsInLine(tx: Tx, tripId: string): Promise<WaitingUnit[]> {
  const { rows } = await tx.execute<{
    ids: string[];
    organisation_id: string;
    line: string;
    asked: number;
    lapsed: boolean;
  }>(sql`
    select ids, organisation_id, line, asked, lapsed from line_unit
    where trip_id = ${tripId} order by line`);
  return rows.map(({ ids, organisation_id, line, asked, lapsed }) => ({
    registrationIds: ids,
    organisationId: organisation_id,
    line: Number(line),
    asked,
    lapsed,
  }));
}

/** Seats of a trip in numbers, for words and a bar. */
export type SeatSummary = {
  tripId: string;
  capacity: number;
  taken: number;
  waiting: number;
  /** `capacity − taken`. */
  free: number;
  /** Of the free ones, kept for organisations that have not used their guarantee. */
  kept: number;
  keptFor: { name: LocalizedText; seats: number }[];
  freeForAll: number;
  releaseAt: Date | null;
  promotionEndsAt: Date;
  allocationOrder: AllocationOrder;
};

/** Seats of several trips at a moment, by trip. Public: names municipalities, never persons. */
export async function seatSummaries(
  tripIds: readonly string[],
  now: Date,
): Promise<Map<string, SeatSummary>> {
  if (tripIds.length === 0) return new Map();
  const rows = await database()
    .select({
      tripId: tripSeat.tripId,
      capacity: tripSeat.capacity,
      taken: tripSeat.taken,
      waiting: tripSeat.waiting,
      releaseAt: tripSeat.releaseAt,
      promotionEndsAt: tripSeat.promotionEndsAt,
      allocationOrder: tripSeat.allocationOrder,
    })
    .from(tripSeat)
    .where(inArray(tripSeat.tripId, [...tripIds]));
  const kept = await database()
    .select({
      tripId: quota.tripId,
      lv: organisation.name,
      en: organisation.nameEn,
      seats: sql<number>`${quota.guaranteed} - ${quota.taken}`,
    })
    .from(quota)
    .innerJoin(organisation, eq(organisation.id, quota.organisationId))
    .where(and(inArray(quota.tripId, [...tripIds]), sql`${quota.guaranteed} > ${quota.taken}`))
    .orderBy(asc(organisation.name));
  return new Map(rows.map((row) => [row.tripId, summarise(row, kept, now)]));
}

function summarise(
  row: Omit<SeatSummary, "free" | "kept" | "keptFor" | "freeForAll">,
  allKept: readonly { tripId: string; lv: string; en: string | null; seats: number }[],
  now: Date,
): SeatSummary {
  const released = row.releaseAt !== null && now >= row.releaseAt;
  const keptFor = released
    ? []
    : allKept
        .filter(({ tripId }) => tripId === row.tripId)
        .map(({ lv, en, seats }) => ({ name: en ? { lv, en } : { lv }, seats }));
  const kept = keptFor.reduce((sum, { seats }) => sum + seats, 0);
  const free = row.capacity - row.taken;
  return { ...row, free, kept, keptFor, freeForAll: free - kept };
}
