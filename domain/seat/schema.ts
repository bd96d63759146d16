import * as z from "zod/mini";

const seats = z.int().check(z.gte(0, "seatsNotNegative"), z.lte(2000, "seatsTooMany"));

/** Seats of a trip as an organiser sets them: all quotas at once, those not named lose theirs. */
export const seatsForm = z
  .object({
    tripId: z.uuid(),
    capacity: z.int().check(z.gte(1, "capacityAtLeastOne"), z.lte(2000, "seatsTooMany")),
    allocationOrder: z.enum(["first-come", "spread"]),
    releaseAt: z.nullable(z.date("releaseAtInvalid")),
    promotionEndsAt: z.date("promotionEndsAtInvalid"),
    namesFrozenAt: z.date("namesFrozenAtInvalid"),
    signOffHours: z.nullable(
      z
        .int("signOffHoursWrong")
        .check(z.gte(1, "signOffHoursWrong"), z.lte(336, "signOffHoursWrong")),
    ),
    quotas: z.array(
      z.object({
        organisationId: z.uuid(),
        guaranteed: seats,
        maximum: z.nullable(seats),
      }),
    ),
  })
  .check(
    z.refine(
      ({ quotas }) => new Set(quotas.map((quota) => quota.organisationId)).size === quotas.length,
      { error: "organisationTwice", path: ["quotas"] },
    ),
  );

export type SeatsForm = z.infer<typeof seatsForm>;
