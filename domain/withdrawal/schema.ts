import { line } from "#domain/registration/schema.ts";

/** Why somebody else's registration is withdrawn: the person and the municipality read it. */
export const withdrawalReason = line("reasonMissing", "reasonTooLong", 500);
