import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { membership } from "#db/schema/person.ts";
import { message } from "#db/schema/registration.ts";
import { publicActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { makeStrangers } from "#scripts/checks/strangers.ts";
import { approveRequest, askForRole, refuseRequest } from "./commands.ts";
import { openRequestCount, openRequests, ownRequests } from "./queries.ts";

const now = new Date("2026-05-10T09:00:00Z");
const notFound = { ok: false, reason: "notFound" };

const anOrganiser = async () =>
  aPerson({ role: "organiser", organisationId: await anOrganisation() });

/** Somebody who has asked to coordinate a municipality. */
async function aRequest() {
  const person = await aPerson();
  const organisationId = await anOrganisation("municipality");
  const asked = await askForRole(person, { organisationId, note: "  Kancelejas vadītāja " }, now);
  expect(asked).toEqual({ ok: true, asked: true });
  const [request] = await ownRequests(person);
  return { person, organisationId, requestId: request?.requestId ?? "" };
}

const isCoordinator = async ({ userId }: PersonActor, organisationId: string) =>
  (await database().$count(
    membership,
    and(eq(membership.userId, userId), eq(membership.organisationId, organisationId)),
  )) > 0;

async function told({ email }: PersonActor): Promise<{ kind: string; facts: object }[]> {
  return database()
    .select({ kind: message.kind, facts: message.facts })
    .from(message)
    .where(eq(message.recipient, email));
}

async function recorded(organisationId: string): Promise<string[]> {
  const rows = await database()
    .select({ action: auditEntry.action })
    .from(auditEntry)
    .where(eq(auditEntry.organisationId, organisationId))
    .orderBy(auditEntry.id);
  return rows.map(({ action }) => action);
}

test("while a request is open, asking again, or at once, is asking once", async () => {
  const { person, organisationId } = await aRequest();
  const again = { organisationId, note: "Vēlreiz" };
  const answers = await Promise.all([1, 2].map(() => askForRole(person, again, now)));
  expect(answers).toEqual([
    { ok: true, asked: false },
    { ok: true, asked: false },
  ]);
  expect(await ownRequests(person)).toMatchObject([
    { state: "open", note: "Kancelejas vadītāja", organisationId },
  ]);
  expect(await recorded(organisationId)).toEqual(["roleRequest.send"]);
});

test("organisers see who asks and what they wrote; nobody else does", async () => {
  const { person, requestId } = await aRequest();
  const organiser = await anOrganiser();
  expect(await openRequests(organiser)).toContainEqual(
    expect.objectContaining({
      requestId,
      email: person.email,
      note: "Kancelejas vadītāja",
      coordinators: 0,
    }),
  );
  expect(await openRequestCount(organiser)).toBeGreaterThan(0);
  const { organiser: _organiser, admin: _admin, ...others } = await makeStrangers();
  for (const actor of [person, ...Object.values(others)]) {
    expect(await openRequests(actor)).toBeNull();
    expect(await approveRequest(actor, { requestId }, now)).toEqual(notFound);
    expect(await refuseRequest(actor, { requestId, reason: "Nē" }, now)).toEqual(notFound);
  }
});

test("two who approve at once give the role once, with one message and one entry", async () => {
  const { person, organisationId, requestId } = await aRequest();
  const organisers = await Promise.all([anOrganiser(), anOrganiser()]);
  const answers = await Promise.all(
    organisers.map((one) => approveRequest(one, { requestId }, now)),
  );
  expect(answers).toEqual([{ ok: true }, { ok: true }]);
  expect(await isCoordinator(person, organisationId)).toBe(true);
  expect((await told(person)).map(({ kind }) => kind)).toEqual(["coordinatorApproved"]);
  expect(await recorded(organisationId)).toEqual(["roleRequest.send", "roleRequest.approve"]);
});

test("of two who decide differently at once, one decides and the other hears it", async () => {
  const { person, organisationId, requestId } = await aRequest();
  const [one, other] = [await anOrganiser(), await anOrganiser()];
  const [approved, refused] = await Promise.all([
    approveRequest(one, { requestId }, now),
    refuseRequest(other, { requestId, reason: "Lomu lūdz cits." }, now),
  ]);
  expect([approved.ok, refused.ok].filter(Boolean)).toHaveLength(1);
  expect(approved.ok ? refused : approved).toEqual({
    ok: false,
    reason: approved.ok ? "alreadyGranted" : "alreadyRefused",
  });
  expect(await isCoordinator(person, organisationId)).toBe(approved.ok);
  expect(await told(person)).toHaveLength(1);
});

test("a refusal needs a reason, which the person reads; afterwards one may ask again", async () => {
  const { person, organisationId, requestId } = await aRequest();
  const organiser = await anOrganiser();
  expect(await refuseRequest(organiser, { requestId, reason: "  " }, now)).toEqual({
    ok: false,
    reason: "invalid",
    detail: { reason: "refusalReasonMissing" },
  });
  const reason = "Pašvaldībā ir cits koordinators.";
  expect(await refuseRequest(organiser, { requestId, reason }, now)).toEqual({ ok: true });
  expect(await refuseRequest(organiser, { requestId, reason: "Cits" }, now)).toEqual({ ok: true });
  expect(await told(person)).toMatchObject([{ kind: "coordinatorRefused", facts: { reason } }]);
  expect(await ownRequests(person)).toMatchObject([{ state: "refused", refusalReason: reason }]);
  expect(await isCoordinator(person, organisationId)).toBe(false);
  const again = { organisationId, note: "Ar rīkojumu Nr. 5" };
  expect(await askForRole(person, again, now)).toEqual({ ok: true, asked: true });
});

test("an organiser does not approve an own request", async () => {
  const organiser = await anOrganiser();
  const organisationId = await anOrganisation("municipality");
  await askForRole(organiser, { organisationId, note: "Es pati" }, now);
  const [request] = await ownRequests(organiser);
  const requestId = request?.requestId ?? "";
  expect(await approveRequest(organiser, { requestId }, now)).toEqual({
    ok: false,
    reason: "ownRole",
  });
  expect(await approveRequest(await anOrganiser(), { requestId }, now)).toEqual({ ok: true });
});

test("the public asks for nothing, and what is wrong is named by its field", async () => {
  const organisationId = await anOrganisation("municipality");
  const wish = { organisationId, note: "Kanceleja" };
  expect(await askForRole(publicActor, wish, now)).toEqual(notFound);
  const person = await aPerson();
  const refused = (detail: object) => ({ ok: false, reason: "invalid", detail });
  expect(await askForRole(person, { organisationId: "", note: " " }, now)).toEqual(
    refused({ organisationId: "municipalityMissing", note: "roleNoteMissing" }),
  );
  expect(await askForRole(person, { organisationId, note: "a".repeat(501) }, now)).toEqual(
    refused({ note: "roleNoteTooLong" }),
  );
  const elsewhere = { organisationId: await anOrganisation("host"), note: "Viesis" };
  expect(await askForRole(person, elsewhere, now)).toEqual(
    refused({ organisationId: "municipalityMissing" }),
  );
});

test("whoever coordinates a municipality already has nothing to ask for", async () => {
  const organisationId = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId });
  const wish = { organisationId, note: "Kanceleja" };
  expect(await askForRole(coordinator, wish, now)).toEqual({
    ok: false,
    reason: "alreadyCoordinator",
  });
});

test("a request that does not exist is not found", async () => {
  const organiser = await anOrganiser();
  expect(await approveRequest(organiser, { requestId: randomUUID() }, now)).toEqual(notFound);
  expect(await approveRequest(organiser, { requestId: "nav" }, now)).toEqual(notFound);
});
