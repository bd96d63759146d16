import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { coordinatorRequest } from "#db/schema/coordinator.ts";
import { organisation } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { namesCoordinators } from "#domain/coordinator/rules.ts";
import { requestState } from "./rules.ts";

const isOpen = and(isNull(coordinatorRequest.grantedAt), isNull(coordinatorRequest.refusedAt));

/** Requests that nobody has decided, the oldest first, for organisers and administrators; null to everybody else. */
export async function openRequests(actor: Actor) {
  if (!namesCoordinators(actor)) return null;
  const requests = await database()
    .select({
      requestId: coordinatorRequest.id,
      organisation: organisation.name,
      name: sql<string>`trim(concat_ws(' ', ${user.givenName}, ${user.familyName}))`,
      email: user.email,
      note: coordinatorRequest.note,
      askedAt: coordinatorRequest.askedAt,
      /** Who has the role there already. */
      coordinators: sql<number>`(select count(*)::integer from membership
        where organisation_id = ${organisation.id} and role = 'coordinator')`,
    })
    .from(coordinatorRequest)
    .innerJoin(user, eq(user.id, coordinatorRequest.userId))
    .innerJoin(organisation, eq(organisation.id, coordinatorRequest.organisationId))
    .where(isOpen)
    .orderBy(asc(coordinatorRequest.askedAt));
  if (requests.length > 0) {
    await recordAudit(database(), actor, {
      action: "roleRequest.list",
      details: { rows: requests.length },
    });
  }
  return requests;
}

/** How many wait for a decision; null to whoever does not decide. */
export async function openRequestCount(actor: Actor): Promise<number | null> {
  if (!namesCoordinators(actor)) return null;
  return database().$count(coordinatorRequest, isOpen);
}

/** What the actor asked for, the newest first. */
export async function ownRequests(actor: Actor) {
  if (!isPerson(actor)) return [];
  const rows = await database()
    .select({
      requestId: coordinatorRequest.id,
      organisationId: organisation.id,
      organisation: organisation.name,
      note: coordinatorRequest.note,
      askedAt: coordinatorRequest.askedAt,
      grantedAt: coordinatorRequest.grantedAt,
      refusedAt: coordinatorRequest.refusedAt,
      refusalReason: coordinatorRequest.refusalReason,
    })
    .from(coordinatorRequest)
    .innerJoin(organisation, eq(organisation.id, coordinatorRequest.organisationId))
    .where(eq(coordinatorRequest.userId, actor.userId))
    .orderBy(desc(coordinatorRequest.askedAt));
  return rows.map((row) => ({ ...row, state: requestState(row) }));
}
