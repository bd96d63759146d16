import { type Assignment, type Grant, permissions, type Role } from "./schema.ts";

/** Whether the role may do this to a thing of a stranger's: one that it has nothing to do with. */
export function mayToStrangers(assignment: Assignment, role: Role): boolean {
  return grantsOf(assignment, role).some(({ of }) => of === "everybody's");
}

/** Whether the role may do this to anything at all. */
export function mayAtAll(assignment: Assignment, role: Role): boolean {
  return grantsOf(assignment, role).length > 0;
}

function grantsOf({ thing, verb }: Assignment, role: Role): Grant[] {
  const grants = permissions[thing].grants[role] ?? [];
  return grants.filter(({ verbs }) => verbs === "all" || verbs.includes(verb));
}
