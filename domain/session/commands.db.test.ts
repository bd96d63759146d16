import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "#db/client.ts";
import { organisation, organisationDomain } from "#db/schema/organisation.ts";
import { session, user } from "#db/schema/person.ts";
import { actorOf, actorOfSession, publicActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { beginSession, endSession } from "./commands.ts";

const now = new Date();
const inAnHour = new Date(now.getTime() + 3_600_000);

it("names the municipality whose domain the address is at, the nearest one", async () => {
  const county = await anOrganisation("municipality");
  const school = await anOrganisation("other");
  const domain = `${randomUUID()}.example`;
  await database()
    .insert(organisationDomain)
    .values([
      { organisationId: county, domain },
      { organisationId: school, domain: `skola.${domain}` },
    ]);
  const clerk = await signedIn(`anna@${domain}`);
  const teacher = await signedIn(`eva@skola.${domain}`);
  expect(clerk.organisation?.id).toBe(county);
  expect(teacher.organisation?.id).toBe(school);
});

it("names no municipality that is no more, and leaves one that the person named", async () => {
  const former = await anOrganisation("municipality");
  const named = await anOrganisation("municipality");
  const domain = `${randomUUID()}.example`;
  await database().insert(organisationDomain).values({ organisationId: former, domain });
  await database()
    .update(organisation)
    .set({ validTo: "2021-06-30" })
    .where(eq(organisation.id, former));
  expect((await signedIn(`anna@${domain}`)).organisation).toBeNull();
  const other = await signedIn(`eva@${domain}`, named);
  expect(other.organisation?.id).toBe(named);
});

it("ends one's own session, and nobody else's", async () => {
  const [own, stranger] = [await aPerson(), await aPerson()];
  const hash = randomUUID();
  await database()
    .insert(session)
    .values({ sessionToken: hash, userId: own.userId, expires: inAnHour });
  await endSession(stranger, { hash }, now);
  await endSession(publicActor, { hash }, now);
  expect(await actorOfSession(hash, now)).toMatchObject({ userId: own.userId });
  await endSession(own, { hash }, now);
  expect(await actorOfSession(hash, now)).toBeNull();
});

it("knows nobody by a session that is over, nor by that of somebody shut out", async () => {
  const person = await aPerson();
  const hash = randomUUID();
  await database()
    .insert(session)
    .values({ sessionToken: hash, userId: person.userId, expires: inAnHour });
  expect(await actorOfSession(hash, inAnHour)).toBeNull();
  await database().update(user).set({ disabledAt: now }).where(eq(user.id, person.userId));
  expect(await actorOfSession(hash, now)).toBeNull();
});

/** Somebody of this address who has just signed in, as the next request sees them. */
async function signedIn(email: string, organisationId?: string): Promise<PersonActor> {
  const [made] = await database()
    .insert(user)
    .values({ email, organisationId })
    .returning({ id: user.id });
  const { id } = made as { id: string };
  await beginSession((await actorOf(id)) as PersonActor, { locale: "lv", by: "mail" }, now);
  return (await actorOf(id)) as PersonActor;
}
