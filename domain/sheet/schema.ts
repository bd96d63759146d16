import type { DayReference } from "#domain/day-lock/schema.ts";

/** The largest file of a signed sheet: 20 MB. */
export const mostSheetBytes = 20 * 1024 * 1024;

/** A scan or photograph of the signed sheet of a day. */
export type SentSheet = DayReference & { name: string; bytes: Uint8Array };
