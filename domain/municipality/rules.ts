import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { reasonToWait, type SeatFacts, type WaitingUnit } from "#domain/seat/rules.ts";

/** Its coordinators read everything of a municipality; so do administrators, who change nothing. */
export function readsMunicipality(actor: Actor, organisationId: string): boolean {
  return isAdmin(actor) || organisationsOf(actor, "coordinator").includes(organisationId);
}

/** Why those who stand in line together still wait at this moment; `decided`: the organiser decides now. */
export type PresentReason = "full" | "kept" | "maximum" | "line" | "signOff" | "decided";

export function presentReason(facts: SeatFacts, unit: WaitingUnit, now: Date): PresentReason {
  if (unit.lapsed) return "signOff";
  const reason = reasonToWait(facts, unit.organisationId, now, unit.asked);
  if (reason) return reason;
  return now >= facts.promotionEndsAt ? "decided" : "line";
}

/** Seats of a guarantee that are still kept: nothing once they were released to the line. */
export function stillKept(
  quota: { guaranteed: number; taken: number },
  releaseAt: Date | null,
  now: Date,
): number {
  if (releaseAt && now >= releaseAt) return 0;
  return Math.max(0, quota.guaranteed - quota.taken);
}

type Asked = {
  asksSignOff: boolean;
  signOffDueAt: Date | null;
  replacementAskedUntil: Date | null;
  /** Somebody else is proposed, who can be named until then. */
  proposedUntil: Date | null;
};

/** What a coordinator is asked to decide about somebody, and until when; null where nothing is. */
export function awaitedDecision(
  { asksSignOff, signOffDueAt, replacementAskedUntil, proposedUntil }: Asked,
  now: Date,
): { kind: "signOff" | "replacement" | "proposal"; until: Date | null } | null {
  if (proposedUntil && now < proposedUntil) return { kind: "proposal", until: proposedUntil };
  if (replacementAskedUntil && now < replacementAskedUntil)
    return { kind: "replacement", until: replacementAskedUntil };
  return asksSignOff ? { kind: "signOff", until: signOffDueAt } : null;
}
