import fc from "fast-check";
import { expect, it } from "vitest";
import { clock, histories, tapOn, walk } from "#scripts/checks/mark-histories.ts";
import { standing, stateOf } from "./rules.ts";

it("ends in one state everywhere once all marks are delivered", () => {
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(histories, ({ clocks, steps, orders }) => {
      const { phones, server } = walk(clocks, steps);
      const all = [...server, ...phones.flatMap(({ own }) => own)];
      const ids = new Set(all.map(({ id }) => id));
      const everywhere = [server, ...phones.map(({ own, read }) => [...own, ...read])].map((kept) =>
        shuffled([...kept, ...all], orders),
      );
      const [state, ...others] = everywhere.map(stateOf);
      for (const other of others) expect(other).toBe(state);
      for (const kept of everywhere) expect(standing(kept)).toEqual(standing(all));
      ends.set(state ?? "", (ends.get(state ?? "") ?? 0) + 1);

      if (ids.size === 0) return;
      // Whoever then sees everything and taps decides.
      const decision = tapOn({ clock: 0, own: [], read: all }, "judge", true, ids.size + 1);
      expect(stateOf(shuffled([...all, decision], orders))).toBe("present");
    }),
    { numRuns: 10_000 },
  );
  // The histories are worth something only if they end in every way.
  expect([...ends.keys()].sort()).toEqual(["absent", "contradicted", "present", "unmarked"]);
});

it("never lets a wrong clock win or lose", () => {
  fc.assert(
    fc.property(histories, fc.tuple(clock(), clock(), clock(), clock()), (history, clocks) => {
      const states = [history.clocks, clocks].map((one) =>
        stateOf(walk(one, history.steps).server),
      );
      expect(states[0]).toBe(states[1]);
    }),
    { numRuns: 1_000 },
  );
});

function shuffled<Item>(items: readonly Item[], orders: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, order: orders.next().value as number }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item);
}
