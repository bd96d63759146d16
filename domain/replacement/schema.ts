import * as z from "zod/mini";
import { member } from "#domain/delegation/schema.ts";

/** Somebody else for a registered person's place. */
export const successor = z.extend(member, {
  registrationId: z.uuid(),
  /** Who had the place when the form was shown; left out where it is about the place alone. */
  holderId: z.exactOptional(z.nullable(z.uuid())),
});

export type Successor = z.input<typeof successor>;
