import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { membership, session, user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { calendarToken, sameToken, signOffToken, withdrawalToken } from "#lib/keys.ts";
import type { Membership, PersonActor, PublicActor, SystemActor } from "./schema.ts";

export const publicActor = { kind: "public" } as PublicActor;

/** For the worker and scripts: acts for a rule, and is recorded without a person. */
export const systemActor = { kind: "system" } as SystemActor;

/** The same actor, with the invitations whose links were opened in this browser. */
export function holding<Held extends PublicActor | PersonActor>(
  actor: Held,
  invitations: readonly string[],
): Held {
  return invitations.length > 0 ? { ...actor, invitations } : actor;
}

/** A person with the roles of this moment; null when unknown or disabled. */
export async function actorOf(userId: string): Promise<PersonActor | null> {
  return personFrom(await people().where(and(eq(user.id, userId), isNull(user.disabledAt))));
}

/** The person behind a session that has not ended, by the hash under which it is stored. */
export async function actorOfSession(hash: string, now: Date): Promise<PersonActor | null> {
  const current = and(eq(session.sessionToken, hash), gt(session.expires, now));
  return personFrom(
    await people()
      .innerJoin(session, eq(session.userId, user.id))
      .where(and(current, isNull(user.disabledAt))),
  );
}

/** The people behind these sessions that have not ended, by the hash under which each is stored. */
export async function actorsOfSessions(
  hashes: readonly string[],
  now: Date,
): Promise<Map<string, PersonActor>> {
  const current = and(inArray(session.sessionToken, [...hashes]), gt(session.expires, now));
  const sessions = await database()
    .select({ hash: session.sessionToken, userId: session.userId })
    .from(session)
    .where(current);
  const userIds = [...new Set(sessions.map(({ userId }) => userId))];
  const rows = await people().where(and(inArray(user.id, userIds), isNull(user.disabledAt)));
  const byPerson = Map.groupBy(rows, ({ userId }) => userId);
  return new Map(
    sessions.flatMap(({ hash, userId }) => {
      const person = personFrom(byPerson.get(userId) ?? []);
      return person ? [[hash, person] as const] : [];
    }),
  );
}

/** A link of a mail that acts for its reader without signing in: for one registration, and for nothing else. */
export type MailLink = { registrationId: string; token: string };

/** The person whose registration a link is for, without any role; null when another has the place by now. */
export async function actorOfWithdrawalLink({
  registrationId,
  token,
}: MailLink): Promise<PersonActor | null> {
  const [found] = await database()
    .select({ userId: registration.userId })
    .from(registration)
    .where(sql`${registration.id}::text = ${registrationId}`);
  if (!found?.userId) return null;
  if (!sameToken(token, withdrawalToken(registrationId, found.userId))) return null;
  const person = await actorOf(found.userId);
  return person && { ...person, memberships: [] };
}

/** The coordinator whom a link was sent to, as that and for this municipality alone; null who is none any more. */
export async function actorOfSignOffLink({
  registrationId,
  token,
}: MailLink): Promise<PersonActor | null> {
  const coordinators = await database()
    .select({ userId: membership.userId, organisationId: registration.organisationId })
    .from(registration)
    .innerJoin(
      membership,
      and(
        eq(membership.organisationId, registration.organisationId),
        eq(membership.role, "coordinator"),
      ),
    )
    .where(sql`${registration.id}::text = ${registrationId}`);
  const found = coordinators.find(({ userId }) =>
    sameToken(token, signOffToken(registrationId, userId)),
  );
  const person = found && (await actorOf(found.userId));
  if (!person) return null;
  const { organisationId } = found;
  return { ...person, memberships: [{ role: "coordinator", organisationId }] };
}

/** The person to whom the address of a calendar was given, without any role; null once it was made anew. */
export async function actorOfCalendar(token: string): Promise<PersonActor | null> {
  const [key = ""] = token.split(".");
  if (!uuidShape.test(key)) return null;
  const [found] = await database()
    .select({ userId: user.id, calendarKey: user.calendarKey })
    .from(user)
    .where(eq(user.calendarKey, key));
  if (!found || !sameToken(token, calendarToken(found.userId, found.calendarKey))) return null;
  const person = await actorOf(found.userId);
  return person && { ...person, memberships: [] };
}

const uuidShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Row = Awaited<ReturnType<typeof people>>[number];

/** One row per role, or one without. */
const people = () =>
  database()
    .select({
      userId: user.id,
      email: user.email,
      locale: user.locale,
      organisationId: organisation.id,
      organisationName: organisation.name,
      role: membership.role,
      roleIn: membership.organisationId,
    })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisationId))
    .leftJoin(membership, eq(membership.userId, user.id));

function personFrom(rows: readonly Row[]): PersonActor | null {
  const first = rows[0];
  if (!first) return null;
  const { userId, email, locale, organisationId: id, organisationName: name } = first;
  const memberships: Membership[] = rows.flatMap(({ role, roleIn }) =>
    role ? [{ role, organisationId: roleIn }] : [],
  );
  const from = id && name ? { id, name } : null;
  const person = { kind: "person", userId, email, locale, organisation: from, memberships };
  return person as unknown as PersonActor;
}
