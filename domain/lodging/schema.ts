import * as z from "zod/mini";

export const roomKinds = ["single", "twin"] as const;

export type RoomKind = (typeof roomKinds)[number];

const line = (length: number) => z.string().check(z.trim(), z.maxLength(length, "tooLong"));
const required = (length: number, missing: string) => line(length).check(z.minLength(1, missing));

/** A house for some nights. Without `lodgingId` it is a new one. Messages are keys of `organise.problem`. */
export const lodgingForm = z.object({
  tripId: z.guid(),
  lodgingId: z.exactOptional(z.guid()),
  name: required(200, "lodgingNameMissing"),
  address: z.nullable(line(200)),
  /** The evenings of the first and the last night. */
  firstNight: z.iso.date("nightMissing"),
  lastNight: z.iso.date("nightMissing"),
});

/** So many rooms of a kind, numbered from one on. */
export const newRooms = z.object({
  tripId: z.guid(),
  lodgingId: z.guid(),
  kind: z.enum(roomKinds, "roomKindMissing"),
  count: z.int("roomCountWrong").check(z.gte(1, "roomCountWrong"), z.lte(100, "roomCountWrong")),
  from: z
    .int("roomNumberWrong")
    .check(z.gte(1, "roomNumberWrong"), z.lte(99_999, "roomNumberWrong")),
});

/** Who sleeps in these rooms; rooms that are not named stay as they are. */
export const bedPlan = z.object({
  tripId: z.guid(),
  lodgingId: z.guid(),
  rooms: z.array(z.object({ roomId: z.guid(), registrationIds: z.array(z.guid()) })),
});

/** How somebody would like to sleep. */
export const roomWishForm = z.object({
  registrationId: z.guid(),
  kind: z.enum(roomKinds, "roomKindMissing"),
  mate: z.nullable(line(200)),
});

export type LodgingForm = z.infer<typeof lodgingForm>;
export type NewRooms = z.infer<typeof newRooms>;
export type BedPlan = z.infer<typeof bedPlan>;
export type RoomWishForm = z.infer<typeof roomWishForm>;
