import * as z from "zod/mini";

/** Which municipality is invited to which trip. */
export const newInvitation = z.object({
  tripId: z.uuid(),
  organisationId: z.uuid("invitedMissing"),
});

export type NewInvitation = z.input<typeof newInvitation>;

export const invitationReference = z.object({ tripId: z.uuid(), invitationId: z.uuid() });

export type InvitationReference = z.input<typeof invitationReference>;
