import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histories, organisations, type Step } from "#scripts/checks/seat-histories.ts";
import * as slow from "#scripts/checks/slow-seats.ts";
import {
  changeSeats,
  heldFor,
  mayDecide,
  placesInLine,
  promote,
  type SeatFacts,
  seatFor,
  takenOf,
} from "./rules.ts";

const hour = 3_600_000;
const promotionEndsAt = 30 * hour;

/** The real rules, applied step by step as the commands do, beside the slow world. */
type Both = { now: number; facts: SeatFacts; world: slow.SlowWorld; seated: Map<string, string> };

const begin = (): Both => ({
  now: 0,
  facts: {
    capacity: 4,
    allocationOrder: "first-come",
    releaseAt: null,
    promotionEndsAt: new Date(promotionEndsAt),
    quotas: [],
    waiting: [],
  },
  world: {
    now: 0,
    capacity: 4,
    order: "first-come",
    releaseAt: null,
    promotionEndsAt,
    guaranteed: {},
    maximum: {},
    people: [],
  },
  seated: new Map(),
});

function take(both: Both, id: string, organisationId: string): void {
  const { facts } = both;
  const before = facts.quotas.find((quota) => quota.organisationId === organisationId);
  const quota = before ?? { organisationId, guaranteed: 0, maximum: null, taken: 0 };
  both.facts = {
    ...facts,
    quotas: [
      ...facts.quotas.filter((other) => other !== before),
      { ...quota, taken: quota.taken + 1 },
    ],
    waiting: facts.waiting.filter(({ registrationId }) => registrationId !== id),
  };
  both.seated.set(id, organisationId);
}

function leave(both: Both, id: string): void {
  const organisationId = both.seated.get(id);
  const { facts } = both;
  both.facts = organisationId
    ? {
        ...facts,
        quotas: facts.quotas.map((quota) =>
          quota.organisationId === organisationId ? { ...quota, taken: quota.taken - 1 } : quota,
        ),
      }
    : { ...facts, waiting: facts.waiting.filter(({ registrationId }) => registrationId !== id) };
  both.seated.delete(id);
}

function walkBoth(both: Both): void {
  for (const next of promote(both.facts, new Date(both.now)))
    take(both, next.registrationId, next.organisationId);
  slow.walk(both.world);
}

const apply: { [Kind in Step["kind"]]: (both: Both, step: Step & { kind: Kind }) => void } = {
  register(both, { organisation }) {
    const organisationId = organisations[organisation] as string;
    const id = `p${both.world.people.length}`;
    const verdict = seatFor(both.facts, organisationId, new Date(both.now));
    if (verdict.seat) take(both, id, organisationId);
    else {
      const newcomer = { registrationId: id, organisationId, line: both.world.people.length };
      both.facts = { ...both.facts, waiting: [...both.facts.waiting, newcomer] };
    }
    slow.arrive(both.world, id, organisationId);
  },
  withdraw(both, { which }) {
    const present = both.world.people.filter(({ state }) => state !== "gone");
    const person = present[which % Math.max(1, present.length)];
    if (!person) return;
    leave(both, person.id);
    person.state = "gone";
    walkBoth(both);
  },
  decide(both, { which }) {
    const waiting = both.world.people.filter(({ state }) => state === "waiting");
    const person = waiting[which % Math.max(1, waiting.length)];
    if (!person) return;
    const verdict = mayDecide(both.facts, person.organisation, new Date(both.now));
    const kept = slow.keptForOthers(both.world, person.organisation);
    expect(verdict.ok).toBe(slow.seatedOf(both.world) + kept < both.world.capacity);
    if (!verdict.ok) return;
    take(both, person.id, person.organisation);
    person.state = "seated";
    // Using a guarantee up may free nothing, but it can end what kept others waiting.
    walkBoth(both);
  },
  wait(both, { hours }) {
    both.now += hours * hour;
    both.world.now = both.now;
    walkBoth(both);
  },
  set(both, { capacity, order, releaseAfter, quotas }) {
    const releaseAt = releaseAfter === null ? null : releaseAfter * hour;
    const wanted = {
      capacity,
      releaseAt: releaseAt === null ? null : new Date(releaseAt),
      quotas: quotas.map((quota, index) => ({
        organisationId: organisations[index] as string,
        ...quota,
      })),
    };
    const change = changeSeats(both.facts, wanted, new Date(both.now));
    const next: slow.SlowWorld = { ...both.world, capacity, releaseAt };
    next.guaranteed = Object.fromEntries(
      wanted.quotas.map((quota) => [quota.organisationId, quota.guaranteed]),
    );
    next.maximum = Object.fromEntries(
      wanted.quotas.map((quota) => [quota.organisationId, quota.maximum]),
    );
    const ceilingsStand = wanted.quotas.every(
      ({ organisationId, guaranteed, maximum }) =>
        maximum === null ||
        (guaranteed <= maximum &&
          (slow.seatedOf(both.world, organisationId) <= maximum ||
            both.world.maximum[organisationId] === maximum)),
    );
    expect(change.ok).toBe(slow.possible(next) && ceilingsStand);
    if (!change.ok) return;
    both.facts = { ...change.facts, allocationOrder: order };
    both.world = { ...next, order };
    walkBoth(both);
  },
};

function compare(both: Both): void {
  const now = new Date(both.now);
  const waiting = slow.line(both.world);
  expect([...both.seated.keys()].sort()).toEqual(
    both.world.people
      .filter(({ state }) => state === "seated")
      .map(({ id }) => id)
      .sort(),
  );
  expect([...placesInLine(both.facts).keys()]).toEqual(waiting.map(({ id }) => id));
  expect(takenOf(both.facts) + heldFor(both.facts, now)).toBeLessThanOrEqual(both.facts.capacity);
  if (both.now < promotionEndsAt)
    expect(waiting.filter(({ organisation }) => slow.fits(both.world, organisation))).toEqual([]);
}

describe("the rules of seats against a slow second implementation", () => {
  it("agree after every step of any history, and never seat one too many", () => {
    fc.assert(
      fc.property(histories(40), (steps) => {
        const both = begin();
        for (const step of steps) {
          (apply[step.kind] as (both: Both, step: Step) => void)(both, step);
          compare(both);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
