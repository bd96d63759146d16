import * as z from "zod/mini";
import { partReference } from "#domain/day-part/schema.ts";

/** One mark, as a device makes it. `id` is made by the device: sending it again changes nothing. */
export const attendanceMark = z.object({
  id: z.guid(),
  tripId: z.guid(),
  registrationId: z.guid(),
  date: z.iso.date(),
  ...partReference,
  present: z.boolean(),
  /** Which device, in words of its own: kept as evidence, never shown to participants. */
  device: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** What the device's own clock said: kept, and never decided by. */
  deviceAt: z.date(),
});

export type ParsedMark = z.infer<typeof attendanceMark>;

/** The same as it comes in: of the whole day where no part is named. */
export type AttendanceMark = z.input<typeof attendanceMark>;
