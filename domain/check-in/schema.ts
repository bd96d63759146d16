import * as z from "zod/mini";

/** Whether people of a trip may check in themselves. */
export const checkInSwitch = z.object({ tripId: z.guid(), on: z.boolean() });

export type CheckInSwitch = z.infer<typeof checkInSwitch>;

/** What somebody scanned. */
export const scannedCode = z.object({
  slug: z.string().check(z.maxLength(200)),
  code: z.string().check(z.maxLength(200)),
});

export type ScannedCode = z.infer<typeof scannedCode>;
