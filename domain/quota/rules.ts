import { heldFor, quotaOf, type SeatFacts, takenOf } from "#domain/seat/rules.ts";

/** What an organiser would like the seats of a trip to be. Source: docs/seats.md. */
export type WantedSeats = {
  capacity: number;
  quotas: readonly { organisationId: string; guaranteed: number; maximum: number | null }[];
  releaseAt: Date | null;
};

/** Why a change of capacity or quotas is impossible, with the numbers to say so. */
export type SeatsRefusal =
  | { reason: "guaranteedOverCapacity"; guaranteed: number; capacity: number }
  | { reason: "capacityBelowTaken"; taken: number; held: number; capacity: number }
  | { reason: "maximumBelowTaken"; organisationId: string; taken: number; maximum: number }
  | {
      reason: "guaranteedOverMaximum";
      organisationId: string;
      guaranteed: number;
      maximum: number;
    };

/**
 * The facts as they would be with the wanted numbers, or every refusal. Nobody loses a seat to a
 * change: what the seats already taken make impossible is refused (rule 4).
 */
export function changeSeats(
  facts: SeatFacts,
  wanted: WantedSeats,
  now: Date,
): { ok: true; facts: SeatFacts } | { ok: false; refusals: SeatsRefusal[] } {
  const changed = withWanted(facts, wanted);
  const refusals = [
    ...wanted.quotas.flatMap((quota) => refusalsOfQuota(facts, quota)),
    ...refusalsOfSum(changed, wanted, now),
  ];
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, facts: changed };
}

function withWanted(facts: SeatFacts, wanted: WantedSeats): SeatFacts {
  const named = new Set(wanted.quotas.map(({ organisationId }) => organisationId));
  const unnamed = facts.quotas
    .filter(({ organisationId }) => !named.has(organisationId))
    .map((quota) => ({ ...quota, guaranteed: 0, maximum: null }));
  const quotas = wanted.quotas.map((quota) => ({
    ...quota,
    taken: quotaOf(facts, quota.organisationId).taken,
  }));
  const { capacity, releaseAt } = wanted;
  return { ...facts, capacity, releaseAt, quotas: [...quotas, ...unnamed] };
}

function refusalsOfQuota(facts: SeatFacts, wanted: WantedSeats["quotas"][number]): SeatsRefusal[] {
  const { organisationId, guaranteed, maximum } = wanted;
  if (maximum === null) return [];
  const refusals: SeatsRefusal[] = [];
  const before = quotaOf(facts, organisationId);
  // A ceiling that a decision has already gone over may stand, but none may be set below.
  if (maximum < before.taken && maximum !== before.maximum)
    refusals.push({ reason: "maximumBelowTaken", organisationId, taken: before.taken, maximum });
  if (guaranteed > maximum)
    refusals.push({ reason: "guaranteedOverMaximum", organisationId, guaranteed, maximum });
  return refusals;
}

function refusalsOfSum(changed: SeatFacts, wanted: WantedSeats, now: Date): SeatsRefusal[] {
  const { capacity } = wanted;
  const guaranteed = wanted.quotas.reduce((sum, quota) => sum + quota.guaranteed, 0);
  const [taken, held] = [takenOf(changed), heldFor(changed, now)];
  const refusals: SeatsRefusal[] = [];
  if (guaranteed > capacity)
    refusals.push({ reason: "guaranteedOverCapacity", guaranteed, capacity });
  if (taken + held > capacity)
    refusals.push({ reason: "capacityBelowTaken", taken, held, capacity });
  return refusals;
}
