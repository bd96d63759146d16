import { randomBytes, randomUUID } from "node:crypto";
import { database } from "#db/client.ts";
import { session, user } from "#db/schema/person.ts";
import { publishTrip } from "#domain/trip/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import { sessionHash } from "#lib/keys.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";

const day = 24 * 60 * 60_000;

/** A trip that is open now, with its senders, and people who will want to go, signed in. */
export type Ground = {
  tripId: string;
  slug: string;
  organisations: string[];
  people: { userId: string; email: string; cookie: string }[];
};

/** A seat for every third of the people: the others wait, as on a trip that many want to join. */
export async function newGround(people: number): Promise<Ground> {
  const now = new Date();
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts(
    { organisationId, placeId: await aPlace() },
    {
      dates: [addDays(dateInRiga(now), 30)],
      registrationOpensAt: new Date(now.getTime() - day),
      registrationDeadline: new Date(now.getTime() + 10 * day),
      capacity: Math.ceil(people / 3),
      slug: `bench-${randomUUID()}`,
    },
  );
  const { tripId, slug } = await aTrip(organiser, facts);
  const published = await publishTrip(organiser, { tripId }, now);
  if (!published.ok) throw new Error(published.reason);
  const organisations = await Promise.all(
    Array.from({ length: 8 }, () => anOrganisation("municipality")),
  );
  return { tripId, slug, organisations, people: await newPeople(people) };
}

async function newPeople(count: number): Promise<Ground["people"]> {
  const made = await database()
    .insert(user)
    .values(Array.from({ length: count }, () => ({ email: `${randomUUID()}@example.lv` })))
    .returning({ userId: user.id, email: user.email });
  const people = made.map((one) => ({ ...one, token: randomBytes(32).toString("base64url") }));
  await database()
    .insert(session)
    .values(people.map(({ userId, token }) => sessionOf(userId, token)));
  return people.map(({ token, ...one }) => ({ ...one, cookie: `pieredze-session=${token}` }));
}

/** The cookie of a new session of somebody who is on record. */
export async function signedIn(userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database().insert(session).values(sessionOf(userId, token));
  return `pieredze-session=${token}`;
}

const sessionOf = (userId: string, token: string) => ({
  sessionToken: sessionHash(token),
  userId,
  expires: new Date(Date.now() + day),
});
