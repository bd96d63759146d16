import fc from "fast-check";
import { expect, it } from "vitest";
import { peopleIn, walkInHistories, walkThrough } from "#scripts/checks/walk-in-histories.ts";

it("ends with the same people everywhere once everything is delivered", () => {
  const ends = { nobody: 0, somebody: 0, removed: 0, removedByBoth: 0 };
  fc.assert(
    fc.property(walkInHistories, ({ steps, orders }) => {
      const { phones, deliveries } = walkThrough(steps);
      const server = deliveries.flatMap(({ entries }) => entries);
      const all = [...server, ...phones.flatMap(({ own }) => own)];
      const end = peopleIn(all);
      const everywhere = [server, ...phones.map(({ own, read }) => [...own, ...read])];
      for (const kept of everywhere) {
        expect(peopleIn(shuffled([...kept, ...all], orders))).toEqual(end);
      }
      const removals = all.filter((one) => one.kind === "removed");
      // Whoever was removed by anybody is not there, and nobody else is missing.
      const gone = new Set(removals.map(({ walkInId }) => walkInId));
      const added = new Set(all.flatMap((one) => (one.kind === "added" ? [one.id] : [])));
      expect(new Set(end)).toEqual(added.difference(gone));
      const once = new Map(removals.map((one) => [one.id, one.walkInId]));
      ends[end.length > 0 ? "somebody" : "nobody"] += 1;
      if (gone.size > 0) ends.removed += 1;
      if (once.size > gone.size) ends.removedByBoth += 1;
    }),
    { numRuns: 10_000 },
  );
  // The histories are worth something only if they end in every way.
  for (const times of Object.values(ends)) expect(times).toBeGreaterThan(100);
});

function shuffled<Item>(items: readonly Item[], orders: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, order: orders.next().value as number }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item);
}
