import type { Actor, PersonActor, Role } from "./schema.ts";

/** Organisations in which the actor holds the role. */
export function organisationsOf(actor: Actor, role: Role): string[] {
  if (actor.kind !== "person") return [];
  return actor.memberships.flatMap((membership) =>
    membership.role === role && membership.organisationId ? [membership.organisationId] : [],
  );
}

export function isAdmin(actor: Actor): boolean {
  return actor.kind === "person" && actor.memberships.some(({ role }) => role === "admin");
}

export function isPerson(actor: Actor): actor is PersonActor {
  return actor.kind === "person";
}
