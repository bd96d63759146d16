import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import type { Member } from "#domain/delegation/schema.ts";
import { recordMessages } from "#domain/message/commands.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import type { Locale } from "#lib/locales.ts";

// What holds of everybody whom somebody else enters: as one of a delegation, for an unnamed place, or in
// the place of another.

/**
 * Holds these people for a trip until the transaction ends: taken before any row by whoever puts somebody on a
 * trip, so that nobody who holds the trip's seats has to wait for another registration of the same person.
 */
export async function lockPeople(tx: Tx, tripId: string, emails: readonly string[]): Promise<void> {
  await tx.execute(sql`
    select lock_person(${tripId}, email)
    from (select unnest(${sql.param([...emails])}::text[]) as email order by 1) people`);
}

/**
 * The people by their addresses, made where they are new. A known person's own profile is left as it is, and nobody
 * gets a telephone number into it that another wrote: that one goes with the trip.
 */
export async function usersOf(
  tx: Tx,
  organisationId: string,
  members: readonly Member[],
): Promise<string[]> {
  if (members.length === 0) return [];
  const people = members.map(({ email: typed, phone: _, ...person }) => ({
    ...person,
    email: addressOf(typed) ?? typed,
    organisationId,
  }));
  // In one order for everybody, so that two who enter the same people do not wait for each other.
  const ordered = people.toSorted((a, b) => (a.email < b.email ? -1 : 1));
  await tx.insert(user).values(ordered).onConflictDoNothing({ target: user.email });
  const emails = people.map(({ email }) => email);
  const known = await tx
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(sql`${user.email} = any(${sql.param(emails)}::text[])`);
  const idOf = new Map(known.map(({ id, email }) => [email, id]));
  return emails.map((email) => idOf.get(email) as string);
}

type Place = { id: string; tripId: string; userId: string | null; email: string; locale: Locale };

/**
 * Everybody who was entered by somebody else hears it, with what was stored (GDPR, Article 14). `occasion` tells
 * apart that somebody is entered for one place more than once.
 */
export async function tellEntered(
  tx: Tx,
  actor: PersonActor,
  places: readonly (Place & Pick<Member, "givenName" | "familyName" | "phone" | "position">)[],
  now: Date,
  occasion = "",
): Promise<void> {
  const [sender] = await tx
    .select({ name: sql<string>`trim(concat_ws(' ', ${user.givenName}, ${user.familyName}))` })
    .from(user)
    .where(eq(user.id, actor.userId));
  const by = sender?.name || actor.email;
  const messages = places
    .filter(({ userId }) => userId !== null && userId !== actor.userId)
    .map(({ id, tripId, email, locale, ...person }) => ({
      tripId,
      registrationId: id,
      kind: "entered" as const,
      recipient: email,
      locale,
      facts: { by, stored: storedOf({ ...person, email }) },
      cause: `entered:${id}:${email}${occasion}`,
    }));
  await recordMessages(tx, messages, now);
  const own = places.filter(({ userId }) => userId === actor.userId);
  for (const { id, tripId, email, locale } of own) {
    const said = { tripId, registrationId: id, recipient: email, locale };
    const cause = `registered:${id}:${email}${occasion}`;
    await recordMessages(tx, [{ ...said, kind: "confirmed", cause }], now);
  }
}

const storedOf = (
  person: Pick<Member, "givenName" | "familyName" | "phone" | "position" | "email">,
) =>
  [`${person.givenName} ${person.familyName}`, person.position, person.email, person.phone].filter(
    Boolean,
  );
