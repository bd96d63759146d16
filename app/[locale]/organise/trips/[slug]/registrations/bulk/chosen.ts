import type { Actor } from "#domain/actor/schema.ts";
import { participantIds } from "#domain/participant/queries.ts";
import { type Asked, first, readFilter } from "../read-filter.ts";

/** Whom an address chooses: those whose boxes were ticked, or everybody whom its view finds. */
export async function chosenIds(actor: Actor, tripId: string, asked: Asked): Promise<string[]> {
  if (first(asked.who) === "all") return participantIds(actor, tripId, readFilter(asked));
  const ticked = [asked.id].flat();
  const known = await participantIds(actor, tripId, {});
  return known.filter((id) => ticked.includes(id));
}
