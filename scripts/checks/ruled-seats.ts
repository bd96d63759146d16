import { promote, type SeatFacts, signOffDue } from "#domain/seat/rules.ts";
import * as slow from "./slow-seats.ts";

// The rules of seats as the commands apply them, without a database, beside the slow world.

export const hour = 3_600_000;
export const promotionEndsAt = 30 * hour;

export type Person = {
  organisationId: string;
  delegation: string | null;
  line: number;
  seated: boolean;
  signed: boolean;
  lapsed: boolean;
  dueAt: number | null;
};

/** The real rules, applied step by step as the commands do, beside the slow world. */
export type Both = {
  now: number;
  /** Without `waiting`, which is made anew from the people whenever it is asked for. */
  facts: SeatFacts;
  signOffHours: number | null;
  people: Map<string, Person>;
  atLeast: Map<string, number>;
  lines: number;
  world: slow.SlowWorld;
};

export const begin = (): Both => ({
  now: 0,
  facts: {
    capacity: 4,
    allocationOrder: "first-come",
    releaseAt: null,
    promotionEndsAt: new Date(promotionEndsAt),
    quotas: [],
    waiting: [],
  },
  signOffHours: null,
  people: new Map(),
  atLeast: new Map(),
  lines: 0,
  world: slow.emptyWorld(promotionEndsAt),
});

/** The facts with who stands in line, as the database's view makes them. */
export function factsOf({ facts, people, atLeast, signOffHours }: Both): SeatFacts {
  const waiting = [...people].filter(([, person]) => !person.seated);
  const units = Map.groupBy(waiting, ([id, person]) => person.delegation ?? id);
  return {
    ...facts,
    waiting: [...units].map(([unit, members]) => {
      const sorted = members.toSorted(([, a], [, b]) => a.line - b.line);
      const [, first] = sorted[0] as [string, Person];
      const seated = [...people.values()].filter((one) => one.delegation === unit && one.seated);
      const needed = Math.max(1, (atLeast.get(unit) ?? 1) - seated.length);
      return {
        registrationIds: sorted.map(([id]) => id),
        organisationId: first.organisationId,
        line: first.line,
        asked: Math.min(members.length, needed),
        lapsed: first.lapsed && !first.signed && signOffHours !== null,
      };
    }),
  };
}

export function count(both: Both, organisationId: string, seats: number): void {
  const { facts } = both;
  const before = facts.quotas.find((quota) => quota.organisationId === organisationId);
  const quota = before ?? { organisationId, guaranteed: 0, maximum: null, taken: 0 };
  const others = facts.quotas.filter((other) => other !== before);
  both.facts = { ...facts, quotas: [...others, { ...quota, taken: quota.taken + seats }] };
}

export function take(both: Both, id: string): void {
  const person = both.people.get(id) as Person;
  person.seated = true;
  const due = person.signed ? null : signOffDue(both.signOffHours, new Date(both.now));
  person.dueAt = due?.getTime() ?? null;
  count(both, person.organisationId, 1);
}

export function leave(both: Both, id: string): void {
  const person = both.people.get(id) as Person;
  if (person.seated) count(both, person.organisationId, -1);
  both.people.delete(id);
}

export function walkBoth(both: Both): void {
  for (const { registrationId } of promote(factsOf(both), new Date(both.now)))
    take(both, registrationId);
  slow.walk(both.world);
}
