/**
 * Who gets a seat. Source: docs/seats.md; the numbers below are its rules.
 * Pure: facts and the moment in, a verdict with its reason out.
 */

export type AllocationOrder = "first-come" | "spread";

export type QuotaFacts = {
  organisationId: string;
  /** Seats kept for this organisation until `releaseAt`. */
  guaranteed: number;
  /** Ceiling, or null for none. */
  maximum: number | null;
  taken: number;
};

export type WaitingFacts = {
  registrationId: string;
  organisationId: string;
  /** Grows with every registration: smaller came first. */
  line: number;
};

export type SeatFacts = {
  capacity: number;
  allocationOrder: AllocationOrder;
  /** Until when guaranteed seats are kept; null keeps them for good. */
  releaseAt: Date | null;
  promotionEndsAt: Date;
  /** One per organisation that has a guarantee, a maximum or a seat. */
  quotas: readonly QuotaFacts[];
  waiting: readonly WaitingFacts[];
};

export type WaitingReason = "full" | "kept" | "maximum" | "line";

export type SeatVerdict = { seat: true } | { seat: false; reason: WaitingReason };

/** Rule 1: a newcomer of this organisation gets a seat, or waits and is told why. */
export function seatFor(facts: SeatFacts, organisationId: string, now: Date): SeatVerdict {
  const reason = reasonToWait(facts, organisationId, now);
  if (reason) return { seat: false, reason };
  const passesSomebody = facts.waiting.some(
    (waiting) => reasonToWait(facts, waiting.organisationId, now) === null,
  );
  return passesSomebody ? { seat: false, reason: "line" } : { seat: true };
}

/** Why no seat fits the organisation at this moment, or null when one does. */
export function reasonToWait(
  facts: SeatFacts,
  organisationId: string,
  now: Date,
): Exclude<WaitingReason, "line"> | null {
  const quota = quotaOf(facts, organisationId);
  if (quota.maximum !== null && quota.taken >= quota.maximum) return "maximum";
  const taken = takenOf(facts);
  if (taken >= facts.capacity) return "full";
  return taken + heldForOthers(facts, organisationId, now) < facts.capacity ? null : "kept";
}

/** Seats kept at this moment for organisations other than this one. */
export function heldForOthers(facts: SeatFacts, organisationId: string | null, now: Date): number {
  if (facts.releaseAt && now >= facts.releaseAt) return 0;
  return facts.quotas
    .filter((quota) => quota.organisationId !== organisationId)
    .reduce((sum, quota) => sum + Math.max(0, quota.guaranteed - quota.taken), 0);
}

/** Seats kept at this moment for anybody. */
export function heldFor(facts: SeatFacts, now: Date): number {
  return heldForOthers(facts, null, now);
}

/**
 * Rule 2: whom the free seats fit, in the order in which they are confirmed. Nobody once
 * `promotionEndsAt` has passed (rule 3).
 */
export function promote(facts: SeatFacts, now: Date): WaitingFacts[] {
  if (now >= facts.promotionEndsAt) return [];
  const promoted: WaitingFacts[] = [];
  let state = facts;
  for (let next = nextInLine(state, now); next; next = nextInLine(state, now)) {
    promoted.push(next);
    state = withSeatTaken(state, next);
  }
  return promoted;
}

/** The first in line whom a seat fits. */
function nextInLine(facts: SeatFacts, now: Date): WaitingFacts | undefined {
  return inOrder(facts).find(({ organisationId }) => !reasonToWait(facts, organisationId, now));
}

/** The line from its head: first come, or organisations with the fewest seats first, then first come. */
export function inOrder(facts: SeatFacts): WaitingFacts[] {
  const byLine = facts.waiting.toSorted((a, b) => a.line - b.line);
  if (facts.allocationOrder === "first-come") return byLine;
  const seats = (waiting: WaitingFacts) => quotaOf(facts, waiting.organisationId).taken;
  return byLine.toSorted((a, b) => seats(a) - seats(b));
}

/** Place in line of each registration, counted from 1, as it stands at this moment. */
export function placesInLine(facts: SeatFacts): Map<string, number> {
  return new Map(inOrder(facts).map(({ registrationId }, index) => [registrationId, index + 1]));
}

function withSeatTaken(facts: SeatFacts, seated: WaitingFacts): SeatFacts {
  const quota = quotaOf(facts, seated.organisationId);
  const others = facts.quotas.filter((other) => other.organisationId !== seated.organisationId);
  return {
    ...facts,
    quotas: [...others, { ...quota, taken: quota.taken + 1 }],
    waiting: facts.waiting.filter((other) => other.registrationId !== seated.registrationId),
  };
}

export function takenOf(facts: SeatFacts): number {
  return facts.quotas.reduce((sum, quota) => sum + quota.taken, 0);
}

export function quotaOf(facts: SeatFacts, organisationId: string): QuotaFacts {
  return (
    facts.quotas.find((quota) => quota.organisationId === organisationId) ?? {
      organisationId,
      guaranteed: 0,
      maximum: null,
      taken: 0,
    }
  );
}

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

/**
 * Whether an organiser may confirm this person around the order (rule 3). A written decision passes
 * the line and a maximum; it takes no seat that does not exist or is kept for somebody else.
 */
export function mayDecide(
  facts: SeatFacts,
  organisationId: string,
  now: Date,
): { ok: true } | { ok: false; reason: "full" | "kept" } {
  const taken = takenOf(facts);
  if (taken >= facts.capacity) return { ok: false, reason: "full" };
  const kept = taken + heldForOthers(facts, organisationId, now) >= facts.capacity;
  return kept ? { ok: false, reason: "kept" } : { ok: true };
}
