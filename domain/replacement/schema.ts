import * as z from "zod/mini";
import { member } from "#domain/delegation/schema.ts";

/** Somebody else for a registered person's place. */
export const successor = z.extend(member, { registrationId: z.uuid() });

export type Successor = z.input<typeof successor>;
