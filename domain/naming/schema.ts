import * as z from "zod/mini";
import { member } from "#domain/delegation/schema.ts";

/** Who gets a place that was sent without a name. */
export const namedPlace = z.extend(member, { registrationId: z.uuid() });

export type NamedPlace = z.input<typeof namedPlace>;
