import * as z from "zod/mini";

const words = (missing: string, tooLong: string) =>
  z
    .string(missing)
    .check(z.trim(), z.minLength(1, missing), z.maxLength(500, tooLong), z.normalize("NFC"));

/** Asking for the role: `note` says in one's own words who one is there. */
export const newRequest = z.object({
  organisationId: z.uuid("municipalityMissing"),
  note: words("roleNoteMissing", "roleNoteTooLong"),
});

export type NewRequest = z.input<typeof newRequest>;

export const requestReference = z.object({ requestId: z.uuid() });

export type RequestReference = z.input<typeof requestReference>;

/** A no, with why: the person reads it. */
export const requestRefusal = z.object({
  requestId: z.uuid(),
  reason: words("refusalReasonMissing", "refusalReasonTooLong"),
});

export type RequestRefusal = z.input<typeof requestRefusal>;
