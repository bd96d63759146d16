import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";

/** Organisers and administrators say who coordinates a municipality. */
export function namesCoordinators(actor: Actor): actor is PersonActor {
  return isAdmin(actor) || organisationsOf(actor, "organiser").length > 0;
}

/** Nobody gives the role to oneself; an administrator, who has all roles to give, may. */
export function isOwnRole(actor: PersonActor, userId: string): boolean {
  return actor.userId === userId && !isAdmin(actor);
}
