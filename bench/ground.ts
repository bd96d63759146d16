import { randomUUID } from "node:crypto";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { anOrganisation } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";

/** A trip that is open now, with its senders, and people who will want to go, signed in. */
export type Ground = {
  tripId: string;
  slug: string;
  organisations: string[];
  people: { userId: string; email: string; cookie: string }[];
};

/** A seat for every third of the people: the others wait, as on a trip that many want to join. */
export async function newGround(people: number): Promise<Ground> {
  const { tripId, slug } = await anOpenTrip({ capacity: Math.ceil(people / 3) });
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
  const tokens = await beginSessions(made.map(({ userId }) => userId));
  return made.map((one, index) => ({ ...one, cookie: cookieOf(tokens[index] as string) }));
}
