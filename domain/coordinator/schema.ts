import * as z from "zod/mini";
import { emailField } from "#domain/registration/schema.ts";

/** Somebody who becomes coordinator of a municipality, by the address with which they sign in. */
export const newCoordinator = z.object({
  email: emailField,
  organisationId: z.uuid("municipalityMissing"),
});

export type NewCoordinator = z.input<typeof newCoordinator>;

/** Whose role is taken back. */
export const coordinatorReference = z.object({ userId: z.uuid(), organisationId: z.uuid() });

export type CoordinatorReference = z.input<typeof coordinatorReference>;
