import * as z from "zod/mini";

const line = (length: number) => z.string().check(z.trim(), z.maxLength(length, "tooLong"));
const required = (length: number, missing: string) => line(length).check(z.minLength(1, missing));

/** A bus or van. Without `vehicleId` it is a new one. Messages are keys of `organise.problem`. */
export const vehicleForm = z.object({
  tripId: z.guid(),
  vehicleId: z.exactOptional(z.guid()),
  name: required(100, "vehicleNameMissing"),
  seats: z
    .int("vehicleSeatsWrong")
    .check(z.gte(1, "vehicleSeatsWrong"), z.lte(200, "vehicleSeatsWrong")),
  driverName: z.nullable(line(100)),
  driverPhone: z.nullable(
    z.string().check(z.regex(/^\+?[\d\s().\-–]{7,25}$/, { error: "driverPhoneWrong" })),
  ),
});

/** A stop of a vehicle. Without `pickupId` it is a new one. */
export const pickupForm = z.object({
  tripId: z.guid(),
  pickupId: z.exactOptional(z.guid()),
  vehicleId: z.guid("vehicleMissing"),
  placeId: z.nullable(z.guid("placeUnknown")),
  spot: required(200, "spotMissing"),
  /** One of the trip's days, and the wall clock in Riga. */
  date: z.iso.date("pickupDayMissing"),
  clock: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "pickupTimeMissing" })),
  /** The municipality whose people it is for; everybody's where null. */
  organisationId: z.nullable(z.guid("organisationMissing")),
});

/** A null takes the choice back. */
export const pickupChoice = z.object({
  registrationId: z.guid(),
  pickupId: z.nullable(z.guid("pickupMissing")),
});

export type VehicleForm = z.infer<typeof vehicleForm>;
export type PickupForm = z.infer<typeof pickupForm>;
export type PickupChoice = z.infer<typeof pickupChoice>;
