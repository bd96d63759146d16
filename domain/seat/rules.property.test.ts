import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeSeats } from "#domain/quota/rules.ts";
import {
  type Both,
  begin,
  count,
  factsOf,
  hour,
  leave,
  type Person,
  promotionEndsAt,
  take,
  walkBoth,
} from "#scripts/checks/ruled-seats.ts";
import { histories, organisations, type Step } from "#scripts/checks/seat-histories.ts";
import * as slow from "#scripts/checks/slow-seats.ts";
import { heldFor, mayDecide, placesInLine, promote, seatsFor, takenOf } from "./rules.ts";

function arrive(both: Both, size: number, organisation: number, atLeast: number | null): void {
  const organisationId = organisations[organisation] as string;
  const before = both.lines;
  const ids = Array.from({ length: size }, (_, index) => `p${before + index}`);
  const delegation = atLeast === null ? null : `d${before}`;
  const newcomers = { organisationId, size, asked: atLeast ?? 1 };
  const { seats, reason } = seatsFor(factsOf(both), newcomers, new Date(both.now));
  expect(reason === null).toBe(seats === size);
  if (delegation) both.atLeast.set(delegation, atLeast ?? 1);
  for (const [index, id] of ids.entries()) {
    both.lines += 1;
    both.people.set(id, {
      organisationId,
      delegation,
      line: both.lines,
      seated: false,
      signed: delegation !== null,
      lapsed: false,
      dueAt: null,
    });
    if (index < seats) take(both, id);
  }
  slow.arrive(both.world, {
    ids,
    organisation: organisationId,
    ...(delegation ? { delegation, atLeast: atLeast ?? 1 } : {}),
  });
}

const apply: { [Kind in Step["kind"]]: (both: Both, step: Step & { kind: Kind }) => void } = {
  register(both, { organisation }) {
    arrive(both, 1, organisation, null);
  },
  send(both, { organisation, size, atLeast }) {
    arrive(both, size, organisation, atLeast);
  },
  sign(both, { which }) {
    const present = both.world.people.filter(({ state, signed }) => state !== "gone" && !signed);
    const person = present[which % Math.max(1, present.length)];
    if (!person) return;
    const real = both.people.get(person.id) as Person;
    Object.assign(real, { signed: true, dueAt: null });
    for (const { registrationId } of promote(factsOf(both), new Date(both.now)))
      take(both, registrationId);
    slow.sign(both.world, person);
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
    take(both, person.id);
    (both.people.get(person.id) as Person).dueAt = null;
    person.state = "seated";
    walkBoth(both);
  },
  wait(both, { hours }) {
    both.now += hours * hour;
    both.world.now = both.now;
    walkBoth(both);
    const late = [...both.people.values()].filter(
      ({ dueAt }) => dueAt !== null && dueAt <= both.now,
    );
    for (const person of late.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.line - b.line)) {
      both.lines += 1;
      Object.assign(person, { seated: false, lapsed: true, dueAt: null, line: both.lines });
      count(both, person.organisationId, -1);
    }
    for (const { registrationId } of promote(factsOf(both), new Date(both.now)))
      take(both, registrationId);
    slow.lapse(both.world);
  },
  set(both, { capacity, order, releaseAfter, signOffHours, quotas }) {
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
    both.signOffHours = signOffHours;
    both.world = { ...next, order, holdFor: signOffHours === null ? null : signOffHours * hour };
    if (signOffHours === null) {
      for (const person of both.people.values()) person.dueAt = null;
      slow.askNoSignOff(both.world);
    }
    walkBoth(both);
  },
};

function compare(both: Both): void {
  const now = new Date(both.now);
  const facts = factsOf(both);
  const waiting = slow.line(both.world);
  const seated = [...both.people].filter(([, person]) => person.seated);
  expect(seated.map(([id]) => id).sort()).toEqual(
    both.world.people
      .filter(({ state }) => state === "seated")
      .map(({ id }) => id)
      .sort(),
  );
  expect([...placesInLine(facts)]).toEqual(
    waiting.flatMap((unit, index) => unit.map(({ id }) => [id, index + 1])),
  );
  expect(takenOf(facts) + heldFor(facts, now)).toBeLessThanOrEqual(facts.capacity);
  if (both.now < promotionEndsAt)
    expect(waiting.filter((unit) => slow.canBeSeated(both.world, unit))).toEqual([]);
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
