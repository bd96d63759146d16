import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation } from "#db/schema/organisation.ts";
import { membership, user } from "#db/schema/person.ts";
import { message } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { dueMessage, dueRoleMessage } from "#domain/message/queries.ts";
import { askForRole } from "#domain/role-request/commands.ts";
import { ownRequests } from "#domain/role-request/queries.ts";
import { anOrganisation, aPerson, strangersTo } from "#scripts/checks/factories.ts";
import { makeStrangers } from "#scripts/checks/strangers.ts";
import { inviteCoordinator, removeCoordinator } from "./commands.ts";
import { coordinators } from "./queries.ts";

const now = new Date("2026-05-10T09:00:00Z");

/** An organiser, and a municipality that nobody coordinates. */
async function aRegion() {
  const organiser = await aPerson({ role: "organiser", organisationId: await anOrganisation() });
  return { organiser, organisationId: await anOrganisation("municipality") };
}

const anAddress = () => `${randomUUID()}@example.lv`;

async function coordinatorsOf(organisationId: string): Promise<string[]> {
  const rows = await database()
    .select({ email: user.email })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), eq(membership.role, "coordinator")));
  return rows.map(({ email }) => email);
}

async function told(recipient: string): Promise<{ id: string; kind: string }[]> {
  return database()
    .select({ id: message.id, kind: message.kind })
    .from(message)
    .where(eq(message.recipient, recipient))
    .orderBy(message.createdAt);
}

test("an organiser makes somebody coordinator by address, and the person is told who did it", async () => {
  const { organiser, organisationId } = await aRegion();
  const email = anAddress();
  const invited = await inviteCoordinator(
    organiser,
    { email: `  ${email.toUpperCase()}`, organisationId },
    now,
  );
  expect(invited).toEqual({ ok: true, invited: true });
  expect(await coordinatorsOf(organisationId)).toEqual([email]);
  const [mail] = await told(email);
  expect(mail?.kind).toBe("coordinatorInvited");
  expect(await dueMessage(systemActor, mail?.id ?? "")).toBeNull();
  expect(await dueRoleMessage(systemActor, mail?.id ?? "")).toMatchObject({
    kind: "coordinatorInvited",
    recipient: email,
    facts: { by: organiser.email, contact: organiser.email },
    organisation: { lv: expect.stringContaining("Organisation") },
  });
  const entries = await database()
    .select({ actorId: auditEntry.actorId, action: auditEntry.action })
    .from(auditEntry)
    .where(eq(auditEntry.organisationId, organisationId));
  expect(entries).toEqual([{ actorId: organiser.userId, action: "coordinator.invite" }]);
});

test("inviting twice, or twice at once, is inviting once", async () => {
  const { organiser, organisationId } = await aRegion();
  const input = { email: anAddress(), organisationId };
  const answers = await Promise.all([1, 2, 3].map(() => inviteCoordinator(organiser, input, now)));
  expect(answers.filter((one) => one.ok && one.invited)).toHaveLength(1);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await coordinatorsOf(organisationId)).toEqual([input.email]);
  expect(await told(input.email)).toHaveLength(1);
});

test("an invitation grants what the person has asked for", async () => {
  const { organiser, organisationId } = await aRegion();
  const person = await aPerson();
  await askForRole(person, { organisationId, note: "Kancelejas vadītāja" }, now);
  await inviteCoordinator(organiser, { email: person.email, organisationId }, now);
  expect((await ownRequests(person)).map(({ state }) => state)).toEqual(["granted"]);
  expect((await told(person.email)).map(({ kind }) => kind)).toEqual(["coordinatorInvited"]);
});

test("a role that was taken back is gone, the person is told once, and can be invited again", async () => {
  const { organiser, organisationId } = await aRegion();
  const person = await aPerson({ role: "coordinator", organisationId });
  const reference = { userId: person.userId, organisationId };
  const removals = await Promise.all([
    removeCoordinator(organiser, reference, now),
    removeCoordinator(organiser, reference, now),
  ]);
  expect(removals.filter((one) => one.ok && one.removed)).toHaveLength(1);
  expect(await coordinatorsOf(organisationId)).toEqual([]);
  await inviteCoordinator(organiser, { email: person.email, organisationId }, now);
  expect((await told(person.email)).map(({ kind }) => kind).sort()).toEqual([
    "coordinatorInvited",
    "coordinatorRemoved",
  ]);
});

test("only organisers and administrators name coordinators", async () => {
  const { organisationId } = await aRegion();
  const { organiser: _organiser, admin, ...others } = await makeStrangers();
  const strangers = (await strangersTo(organisationId)).filter(
    (one) => one.kind !== "person" || one.memberships.every(({ role }) => role !== "organiser"),
  );
  const email = anAddress();
  const notFound = { ok: false, reason: "notFound" };
  for (const actor of [...Object.values(others), ...strangers]) {
    expect(await inviteCoordinator(actor, { email, organisationId }, now)).toEqual(notFound);
    expect(await coordinators(actor, {})).toBeNull();
  }
  expect(await told(email)).toEqual([]);
  expect(await inviteCoordinator(admin, { email, organisationId }, now)).toMatchObject({
    ok: true,
  });
});

test("nobody makes oneself coordinator", async () => {
  const { organiser, organisationId } = await aRegion();
  const own = { email: organiser.email, organisationId };
  expect(await inviteCoordinator(organiser, own, now)).toEqual({ ok: false, reason: "ownRole" });
  expect(await coordinatorsOf(organisationId)).toEqual([]);
});

test("what is wrong is named by its field", async () => {
  const { organiser, organisationId } = await aRegion();
  const refused = (detail: object) => ({ ok: false, reason: "invalid", detail });
  const invite = (email: string, id: string) =>
    inviteCoordinator(organiser, { email, organisationId: id }, now);
  expect(await invite("", "")).toEqual(
    refused({ email: "emailMissing", organisationId: "municipalityMissing" }),
  );
  expect(await invite("anna@", organisationId)).toEqual(refused({ email: "emailInvalid" }));
  const unknown = refused({ organisationId: "municipalityMissing" });
  expect(await invite(anAddress(), randomUUID())).toEqual(unknown);
  expect(await invite(anAddress(), await anOrganisation("host"))).toEqual(unknown);
});

test("a municipality that is no more has no new coordinators", async () => {
  const { organiser, organisationId } = await aRegion();
  await database()
    .update(organisation)
    .set({ validTo: "2021-06-30" })
    .where(eq(organisation.id, organisationId));
  const input = { email: anAddress(), organisationId };
  expect((await inviteCoordinator(organiser, input, now)).ok).toBe(false);
});

test("the list is by municipality, and found by parts of names without diacritics", async () => {
  const { organiser } = await aRegion();
  const name = `Ķekavas ${randomUUID()}`;
  const [made] = await database()
    .insert(organisation)
    .values({ kind: "municipality", name, country: "LV" })
    .returning({ id: organisation.id });
  const organisationId = made?.id ?? "";
  const email = anAddress();
  await inviteCoordinator(organiser, { email, organisationId }, now);
  const list = await coordinators(organiser, { search: name.toLowerCase().replace("ķ", "k") });
  expect(list?.coordinators).toMatchObject([{ email, organisation: name, name: "", since: now }]);
  expect(list?.found).toBe(1);
});
