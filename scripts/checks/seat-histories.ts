import fc from "fast-check";

// Random histories of a trip's seats. Numbers choose among what is there at that moment.

export const organisations = ["a", "b", "c"] as const;

export type QuotaStep = { guaranteed: number; maximum: number | null };

export type Step =
  | { kind: "register"; organisation: number }
  | { kind: "send"; organisation: number; size: number; atLeast: number }
  | { kind: "withdraw"; which: number }
  | { kind: "sign"; which: number }
  | { kind: "decide"; which: number }
  | { kind: "wait"; hours: number }
  | {
      kind: "set";
      capacity: number;
      order: "first-come" | "spread";
      /** Hours from the start, or null to keep guaranteed seats for good. */
      releaseAfter: number | null;
      /** For how long a seat is held for the municipality's yes; null where it need not say any. */
      signOffHours: number | null;
      quotas: QuotaStep[];
    };

const which = fc.nat({ max: 60 });

const quota = fc.record({
  guaranteed: fc.nat({ max: 3 }),
  maximum: fc.option(fc.nat({ max: 5 })),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("register" as const),
      organisation: fc.nat({ max: organisations.length - 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        kind: fc.constant("send" as const),
        organisation: fc.nat({ max: organisations.length - 1 }),
        size: fc.integer({ min: 1, max: 4 }),
        atLeast: fc.integer({ min: 1, max: 4 }),
      })
      .map((step) => ({ ...step, atLeast: Math.min(step.size, step.atLeast) })),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("sign" as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("decide" as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      hours: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("set" as const),
      capacity: fc.integer({ min: 1, max: 8 }),
      order: fc.constantFrom("first-come" as const, "spread" as const),
      releaseAfter: fc.option(fc.integer({ min: 1, max: 120 })),
      signOffHours: fc.option(fc.integer({ min: 1, max: 20 })),
      quotas: fc.array(quota, { minLength: organisations.length, maxLength: organisations.length }),
    }),
  },
);

export const histories = (most: number) => fc.array(step, { minLength: 1, maxLength: most });
