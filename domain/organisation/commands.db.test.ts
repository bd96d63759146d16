import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation } from "#db/schema/organisation.ts";
import { membership, user } from "#db/schema/person.ts";
import { actorOf, systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { addOrganisation, grantRole } from "./commands.ts";
import { organisationNamed } from "./queries.ts";

const now = new Date("2026-11-24T10:00:00Z");

async function rolesOf(email: string) {
  return database()
    .select({ role: membership.role, organisationId: membership.organisationId })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(user.email, email));
}

test("the first organiser of an installation gets a user, an organisation and the role", async () => {
  const name = "Latgales plānošanas reģions";
  expect(await organisationNamed(systemActor, name, now)).toBeNull();
  const made = await addOrganisation(systemActor, { name, kind: "planning_region" });
  if (!made.ok) throw new Error(made.reason);
  const { organisationId } = made;
  expect(await organisationNamed(systemActor, name, now)).toBe(organisationId);
  const input = { email: "Anna.Liepa@lpr.example.lv", role: "organiser", organisationId } as const;
  expect(await grantRole(systemActor, input, now)).toEqual({ ok: true, given: true });
  expect(await grantRole(systemActor, input, now)).toEqual({ ok: true, given: false });
  expect(await rolesOf("anna.liepa@lpr.example.lv")).toEqual([
    { role: "organiser", organisationId },
  ]);
  const entries = await database()
    .select({ actorId: auditEntry.actorId, details: auditEntry.details })
    .from(auditEntry)
    .where(
      and(eq(auditEntry.action, "membership.grant"), eq(auditEntry.organisationId, organisationId)),
    );
  expect(entries).toEqual([{ actorId: null, details: { role: "organiser" } }]);
});

test("an organisation that is no more is not found by its name", async () => {
  const name = "Riebiņu novads";
  await database()
    .insert(organisation)
    .values({ kind: "municipality", name, country: "LV", validTo: "2021-06-30" });
  expect(await organisationNamed(systemActor, name, now)).toBeNull();
  expect(
    await organisationNamed(systemActor, name, new Date("2021-06-30T10:00:00Z")),
  ).not.toBeNull();
});

test("an admin is of no organisation, and every other role of one", async () => {
  const admin = { email: "admin@example.lv", role: "admin", organisationId: null } as const;
  expect(await grantRole(systemActor, admin, now)).toEqual({ ok: true, given: true });
  expect(await rolesOf("admin@example.lv")).toEqual([{ role: "admin", organisationId: null }]);
  const refused = {
    ok: false,
    reason: "invalid",
    detail: { organisationId: "organisationNeeded" },
  };
  const within = { ...admin, organisationId: await anOrganisation() };
  expect(await grantRole(systemActor, within, now)).toEqual(refused);
  expect(await grantRole(systemActor, { ...admin, role: "crew" }, now)).toEqual(refused);
});

test("an address that is none is refused", async () => {
  const input = { email: "anna@", role: "admin", organisationId: null } as const;
  const detail = { email: "emailInvalid" };
  const refused = { ok: false, reason: "invalid", detail };
  expect(await grantRole(systemActor, input, now)).toEqual(refused);
});

test("an organiser gives the roles of the own organisation, and makes nobody an admin", async () => {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const input = { email: "crew@example.lv", role: "crew", organisationId } as const;
  expect(await grantRole(organiser, input, now)).toEqual({ ok: true, given: true });
  const notFound = { ok: false, reason: "notFound" };
  const admin = { ...input, role: "admin", organisationId: null } as const;
  expect(await grantRole(organiser, admin, now)).toEqual(notFound);
  expect(await rolesOf("crew@example.lv")).toEqual([{ role: "crew", organisationId }]);
});

test("an admin gives every role, in organisations that exist", async () => {
  const { userId, email } = await aPerson();
  await grantRole(systemActor, { email, role: "admin", organisationId: null }, now);
  const admin = (await actorOf(userId)) as PersonActor;
  const input = { email: "d@example.lv", role: "coordinator" } as const;
  const organisationId = await anOrganisation("municipality");
  expect(await grantRole(admin, { ...input, organisationId }, now)).toEqual({
    ok: true,
    given: true,
  });
  expect(await grantRole(admin, { ...input, organisationId: randomUUID() }, now)).toEqual({
    ok: false,
    reason: "notFound",
  });
});
