import * as z from "zod/mini";
import { decision } from "#domain/registration/schema.ts";

/** Whose registration is signed off. */
export const signOffReference = z.object({ registrationId: z.uuid() });

export type SignOffReference = z.input<typeof signOffReference>;

/** A coordinator's no, with why: the person reads it. */
export const signOffDecline = decision;

export type SignOffDecline = z.input<typeof signOffDecline>;
