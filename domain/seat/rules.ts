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

/** What stands in line as one: a person, or those of a delegation who still wait. */
export type WaitingUnit = {
  /** In the order in which they get seats. */
  registrationIds: readonly string[];
  organisationId: string;
  /** Of its first member; grows with every registration: smaller came first. */
  line: number;
  /** It takes no seat before it can have so many at once. */
  asked: number;
  /** A sign-off that ran out: no seat fits before somebody signs. */
  lapsed: boolean;
};

export type SeatFacts = {
  capacity: number;
  allocationOrder: AllocationOrder;
  /** Until when guaranteed seats are kept; null keeps them for good. */
  releaseAt: Date | null;
  promotionEndsAt: Date;
  /** One per organisation that has a guarantee, a maximum or a seat. */
  quotas: readonly QuotaFacts[];
  waiting: readonly WaitingUnit[];
};

export type WaitingReason = "full" | "kept" | "maximum" | "line" | "signOff";

export type SeatVerdict = {
  /** How many get a seat at once. */
  seats: number;
  /** Why the others wait; null when there are none. */
  reason: WaitingReason | null;
};

/** Who comes: one person, or a delegation that takes no fewer than `asked` seats. */
export type Newcomers = { organisationId: string; size: number; asked: number };

/** Rules 1 and 5: how many of those who come together get a seat, and why the others wait. */
export function seatsFor(facts: SeatFacts, newcomers: Newcomers, now: Date): SeatVerdict {
  const { organisationId, size, asked } = newcomers;
  const reason = reasonToWait(facts, organisationId, now, asked);
  if (reason) return { seats: 0, reason };
  if (facts.waiting.some((unit) => fits(facts, unit, now))) return { seats: 0, reason: "line" };
  const seats = Math.min(size, roomFor(facts, organisationId, now));
  const left = Math.min(1, size - seats);
  return {
    seats,
    reason: reasonToWait(withTaken(facts, organisationId, seats), organisationId, now, left),
  };
}

/** Whether the unit at this place in line can have what it asks for. */
export function fits(facts: SeatFacts, unit: WaitingUnit, now: Date): boolean {
  return !unit.lapsed && reasonToWait(facts, unit.organisationId, now, unit.asked) === null;
}

/** How many more seats the organisation could have at this moment. */
function roomFor(facts: SeatFacts, organisationId: string, now: Date): number {
  const { maximum, taken } = quotaOf(facts, organisationId);
  const free = facts.capacity - takenOf(facts) - heldForOthers(facts, organisationId, now);
  return Math.max(0, Math.min(free, (maximum ?? Number.POSITIVE_INFINITY) - taken));
}

/** Why so many seats at once do not fit the organisation at this moment, or null when they do. */
export function reasonToWait(
  facts: SeatFacts,
  organisationId: string,
  now: Date,
  asked = 1,
): Exclude<WaitingReason, "line" | "signOff"> | null {
  if (asked === 0) return null;
  const quota = quotaOf(facts, organisationId);
  if (quota.maximum !== null && quota.taken + asked > quota.maximum) return "maximum";
  const taken = takenOf(facts) + asked;
  if (taken > facts.capacity) return "full";
  return taken + heldForOthers(facts, organisationId, now) <= facts.capacity ? null : "kept";
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

/** Somebody who gets a seat from the line. */
export type Promoted = { registrationId: string; organisationId: string };

/**
 * Rule 2: whom the free seats fit, in the order in which they are seated. Nobody once `promotionEndsAt`
 * has passed (rule 3). A delegation is given what it asks for, and the rest of it stands where it stood.
 */
export function promote(facts: SeatFacts, now: Date): Promoted[] {
  if (now >= facts.promotionEndsAt) return [];
  const promoted: Promoted[] = [];
  let state = facts;
  for (let next = nextInLine(state, now); next; next = nextInLine(state, now)) {
    const { organisationId } = next;
    const seated = next.registrationIds.slice(0, next.asked);
    promoted.push(...seated.map((registrationId) => ({ registrationId, organisationId })));
    state = withSeated(state, next);
  }
  return promoted;
}

/** The first in line whom the free seats fit. */
function nextInLine(facts: SeatFacts, now: Date): WaitingUnit | undefined {
  return inOrder(facts).find((unit) => fits(facts, unit, now));
}

/** The line from its head: first come, or organisations with the fewest seats first, then first come. */
export function inOrder(facts: SeatFacts): WaitingUnit[] {
  const byLine = facts.waiting.toSorted((a, b) => a.line - b.line);
  if (facts.allocationOrder === "first-come") return byLine;
  const seats = (unit: WaitingUnit) => quotaOf(facts, unit.organisationId).taken;
  return byLine.toSorted((a, b) => seats(a) - seats(b));
}

/** Place in line of each registration, counted from 1; those of a delegation have one place together. */
export function placesInLine(facts: SeatFacts): Map<string, number> {
  return new Map(
    inOrder(facts).flatMap(({ registrationIds }, index) =>
      registrationIds.map((registrationId) => [registrationId, index + 1] as const),
    ),
  );
}

/** With what the unit asks for taken; who is left of it waits on for one seat at a time. */
function withSeated(facts: SeatFacts, seated: WaitingUnit): SeatFacts {
  const left = seated.registrationIds.slice(seated.asked);
  const others = facts.waiting.filter((unit) => unit !== seated);
  const waiting =
    left.length > 0 ? [...others, { ...seated, registrationIds: left, asked: 1 }] : others;
  return { ...withTaken(facts, seated.organisationId, seated.asked), waiting };
}

function withTaken(facts: SeatFacts, organisationId: string, seats: number): SeatFacts {
  const quota = quotaOf(facts, organisationId);
  const others = facts.quotas.filter((other) => other.organisationId !== organisationId);
  return { ...facts, quotas: [...others, { ...quota, taken: quota.taken + seats }] };
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

/** Until when a seat is held for an employee whom the municipality has not signed off; null where it need not. */
export function signOffDue(signOffHours: number | null, now: Date): Date | null {
  return signOffHours === null ? null : new Date(now.getTime() + signOffHours * 3_600_000);
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
