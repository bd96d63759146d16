import fc from "fast-check";
import { stillHere } from "#domain/walk-in/rules.ts";

// Two phones write people down and remove them, those of the other too; they send what they like in any order, twice, or
// into a dead network, and now and then read what the server has.

export type Made =
  | { kind: "added"; id: string }
  | { kind: "removed"; id: string; walkInId: string };

type Phone = { own: Made[]; read: Made[] };

type Step =
  | { kind: "add"; phone: number }
  | { kind: "remove"; phone: number; which: number }
  | { kind: "send"; phone: number; which: number[]; lost: boolean }
  | { kind: "read"; phone: number };

const phone = fc.nat({ max: 1 });
const some = fc.nat({ max: 9 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), phone }),
  fc.record({ kind: fc.constant("remove" as const), phone, which: some }),
  fc.record({
    kind: fc.constant("send" as const),
    phone,
    which: fc.array(some, { maxLength: 6 }),
    lost: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("read" as const), phone }),
);

export const walkInHistories = fc.record({
  steps: fc.array(step, { maxLength: 30, size: "max" }),
  orders: fc.infiniteStream(fc.nat()),
});

/** What each phone made, and what reached the server in which deliveries, duplicates and all. */
export function walkThrough(steps: readonly Step[]) {
  const phones: Phone[] = [
    { own: [], read: [] },
    { own: [], read: [] },
  ];
  const deliveries: { phone: number; entries: Made[] }[] = [];
  let made = 0;
  for (const one of steps) {
    const at = phones[one.phone] as Phone;
    made += 1;
    if (one.kind === "add") at.own.push({ kind: "added", id: idOf(made) });
    if (one.kind === "remove") {
      const seen = peopleIn([...at.read, ...at.own]);
      const walkInId = seen[one.which % (seen.length || 1)];
      if (walkInId) at.own.push({ kind: "removed", id: idOf(made), walkInId });
    }
    if (one.kind === "read") at.read = deliveries.flatMap(({ entries }) => entries);
    if (one.kind === "send" && !one.lost) {
      const entries = one.which.flatMap((index) => at.own[index % (at.own.length || 1)] ?? []);
      deliveries.push({ phone: one.phone, entries });
    }
  }
  return { phones, deliveries };
}

/** Who was there, by all that is known, as phones and pages derive it. */
export function peopleIn(entries: readonly Made[]): string[] {
  const people = entries.flatMap((one) =>
    one.kind === "added" ? [{ id: one.id, givenName: "Jānis", familyName: "Kalns" }] : [],
  );
  const removed = entries.flatMap((one) => (one.kind === "removed" ? [one.walkInId] : []));
  return stillHere(people, removed).map(({ id }) => id);
}

/** Ids fall in no order. */
const idOf = (made: number) =>
  `00000000-0000-4000-8000-${String((made * 7919) % 101).padStart(6, "0")}${String(made).padStart(6, "0")}`;
