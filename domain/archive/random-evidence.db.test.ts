import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { certificate } from "#db/schema/paper.ts";
import { dayLock, signature } from "#db/schema/sheet.ts";
import { tripDay } from "#db/schema/trip.ts";
import { aDayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { aPerson } from "#scripts/checks/factories.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() !== "");
const person = fc.nat({ max: 2 });

const step = fc.oneof(
  fc.record({
    kind: fc.constant("mark" as const),
    person,
    present: fc.boolean(),
    overrules: fc.array(fc.nat({ max: 9 }), { maxLength: 3 }),
    at: fc.constantFrom("day" as const, "item" as const, "stop" as const),
    reason: fc.option(words),
    hand: fc.nat({ max: 1 }),
    deviceNumber: fc.option(fc.integer({ min: 1, max: 9 })),
    revoked: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("read" as const),
    person,
    signed: fc.boolean(),
    explanation: fc.option(words),
  }),
  fc.record({ kind: fc.constant("lock" as const), present: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant("reopen" as const), reason: words }),
  fc.record({ kind: fc.constant("certify" as const), person, name: words, hours: fc.nat(9) }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

test("whatever was marked, read, locked, reopened and certified comes back the same, in its order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const made = await aDayOfTrip();
      await happen(made, steps);
      const wanted = { people: true, sheets: true };
      const file = await archiveOfTrip(made.organiser, made.slug, wanted);
      const into = { organisationId: made.organisationId, text: JSON.stringify(file) };
      const outcome = await importTrip(made.organiser, into, new Date());
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      const back = await archiveOfTrip(made.organiser, outcome.slug, wanted);
      expect(proof(back)).toEqual(proof(file));
    }),
    { numRuns: 30 },
  );
});

/** Ids differ where two installations are one. */
const proof = (file: Awaited<ReturnType<typeof archiveOfTrip>>) => ({
  attendance: file?.people?.attendance.map((mark) => ({ ...mark, id: "" })),
  ...file?.evidence,
  certificates: file?.evidence?.certificates.map((one) => ({ ...one, id: "" })),
});

/** A minute after the other, and nothing is added to a locked day. */
async function happen(made: Awaited<ReturnType<typeof aDayOfTrip>>, steps: readonly Step[]) {
  const people = [await made.somebody(), await made.somebody(), await made.somebody()];
  const hands = [made.organiser.userId, (await aPerson()).userId];
  const [day] = await database()
    .select({ id: tripDay.id })
    .from(tripDay)
    .where(eq(tripDay.tripId, made.tripId));
  const tripDayId = day?.id ?? "";
  const [item, stop] = [randomUUID(), randomUUID()];
  const marks: string[] = [];
  let locked = false;
  for (const [minute, one] of steps.entries()) {
    const now = new Date(made.evening.getTime() + minute * 60_000);
    const registrationId = people["person" in one ? one.person : 0] ?? "";
    const by = made.organiser.userId;
    if (one.kind === "mark" && !locked) {
      const { present, reason, deviceNumber, revoked } = one;
      const overrules = one.overrules.flatMap((index) => marks[index] ?? []);
      const id = randomUUID();
      marks.push(id);
      await database()
        .insert(attendance)
        .values({
          ...{ id, tripDayId, registrationId, present, reason, deviceNumber, revoked, overrules },
          ...{ recordedBy: hands[one.hand] ?? by, device: "phone", deviceAt: now, receivedAt: now },
          ...(one.at === "item" ? { agendaItemId: item } : {}),
          ...(one.at === "stop" ? { pickupId: stop } : {}),
        });
    }
    if (one.kind === "read" && !locked) {
      const { signed, explanation } = one;
      const read = { tripDayId, registrationId, signed, explanation, readBy: by, readAt: now };
      await database().insert(signature).values(read);
    }
    if (one.kind === "lock" && !locked) {
      const counts = { present: one.present, people: 3 };
      await database()
        .insert(dayLock)
        .values({ tripDayId, lockedAt: now, lockedBy: by, ...counts });
      locked = true;
    }
    if (one.kind === "reopen" && locked) {
      const ending = { reopenedAt: now, reopenedBy: by, reopenReason: one.reason };
      const open = and(eq(dayLock.tripDayId, tripDayId), isNull(dayLock.reopenedAt));
      await database().update(dayLock).set(ending).where(open);
      locked = false;
    }
    if (one.kind === "certify") {
      const inForce = and(
        eq(certificate.registrationId, registrationId),
        isNull(certificate.replacedAt),
      );
      await database().update(certificate).set({ replacedAt: now }).where(inForce);
      const said = { name: one.name, organisation: "Krāslavas novads", position: "juriste" };
      const of = { tripTitle: { lv: "Brauciens" }, days: [made.day.date], issuedBy: by };
      const hours = one.hours === 0 ? null : one.hours / 2;
      await database()
        .insert(certificate)
        .values({ ...said, ...of, registrationId, hours, issuedAt: now });
    }
  }
}
