import fc from "fast-check";
import { markOf } from "#domain/roll-call/rules.ts";
import type { RollCallMark } from "#domain/roll-call/schema.ts";

// Phones mark one person, send what they like in any order, twice, or into a dead network, and now and then
// read what the server has. Their clocks are wrong by up to a month.

const place = { date: "2026-06-12", agendaItemId: null, pickupId: null };

type Phone = { clock: number; own: RollCallMark[]; read: RollCallMark[] };

type Step =
  | { kind: "tap"; phone: number; present: boolean }
  | { kind: "send"; phone: number; which: number[]; lost: boolean }
  | { kind: "read"; phone: number };

const phone = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("tap" as const), phone, present: fc.boolean() }),
  fc.record({
    kind: fc.constant("send" as const),
    phone,
    which: fc.array(fc.nat({ max: 9 }), { maxLength: 6 }),
    lost: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("read" as const), phone }),
);
export const histories = fc.record({
  clocks: fc.tuple(clock(), clock(), clock(), clock()),
  steps: fc.array(step, { maxLength: 40 }),
  orders: fc.infiniteStream(fc.nat()),
});

export function clock() {
  const month = 30 * 24 * 60 * 60_000;
  return fc.integer({ min: -month, max: month });
}

/** What the phones hold and what has reached the server, duplicates and all. */
export function walk(clocks: readonly number[], steps: readonly Step[]) {
  const phones: Phone[] = clocks.map((one) => ({ clock: one, own: [], read: [] }));
  const server: RollCallMark[] = [];
  let made = 0;
  for (const one of steps) {
    const at = phones[one.phone] as Phone;
    if (one.kind === "tap") {
      made += 1;
      at.own.push(tapOn(at, `phone ${one.phone}`, one.present, made));
    }
    if (one.kind === "read") at.read = [...server];
    if (one.kind === "send" && !one.lost) {
      server.push(...one.which.flatMap((index) => at.own[index % (at.own.length || 1)] ?? []));
    }
  }
  return { phones, server };
}

/** A tap of a phone's owner; `made` makes the id. */
export function tapOn({ clock, own, read }: Phone, name: string, present: boolean, made: number) {
  const tap = { ...place, registrationId: "anna", present, reason: null };
  const hand = { recordedBy: name, by: name, device: name, deviceNumber: own.length + 1 };
  // Ids fall in no order.
  const id = `00000000-0000-4000-8000-${String((made * 7919) % 101).padStart(6, "0")}${String(made).padStart(6, "0")}`;
  return markOf({ ...tap, ...hand, id }, [...read, ...own], new Date(1_780_000_000_000 + clock));
}
