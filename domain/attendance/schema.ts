import * as z from "zod/mini";

/** One mark, as a device makes it. `id` is made by the device: sending it again changes nothing. */
export const attendanceMark = z.object({
  id: z.guid(),
  tripId: z.guid(),
  registrationId: z.guid(),
  date: z.iso.date(),
  present: z.boolean(),
  /** Which device, in words of its own: kept as evidence, never shown to participants. */
  device: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** What the device's own clock said: kept, and never decided by. */
  deviceAt: z.date(),
});

export type AttendanceMark = z.infer<typeof attendanceMark>;
