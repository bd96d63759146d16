import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { anOrganisation, aPerson, aRegistration, strangersTo } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { chooseHead } from "./commands.ts";

const now = new Date();
const words = { givenName: "Anna", familyName: "Bērziņa", position: "juriste", phone: "20123456" };

async function aDelegation() {
  const trip = await anOpenTrip({ capacity: 10 });
  const organisationId = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId });
  const members = [1, 2].map(() => ({ ...words, email: `${randomUUID()}@example.lv` }));
  const rest = { head: 0, unnamed: 1, atLeast: 1, key: randomUUID(), locale: "lv" as const };
  const wanted = { tripSlug: trip.slug, organisationId, members, ...rest };
  const sent = await sendDelegation(coordinator, wanted, now);
  if (!sent.ok) throw new Error(sent.reason);
  const rows = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.delegationId, sent.delegationId))
    .orderBy(asc(registration.line));
  const [head = "", other = "", unnamed = ""] = rows.map(({ id }) => id);
  return { ...trip, coordinator, municipality: organisationId, head, other, unnamed, ...sent };
}

const headsOf = async (delegationId: string) =>
  (
    await database()
      .select({ id: registration.id })
      .from(registration)
      .where(and(eq(registration.delegationId, delegationId), eq(registration.isHead, true)))
  ).map(({ id }) => id);

test("another becomes head, and there is one at a time, whoever chooses at once", async () => {
  const { coordinator, organiser, delegationId, head, other } = await aDelegation();
  expect(await headsOf(delegationId)).toEqual([head]);
  expect(await chooseHead(coordinator, { registrationId: other }, now)).toEqual({ ok: true });
  expect(await headsOf(delegationId)).toEqual([other]);
  const choices = [head, other, head].map((registrationId) =>
    chooseHead(organiser, { registrationId }, now),
  );
  expect(await Promise.all(choices)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect((await headsOf(delegationId)).length).toBe(1);
});

test("nobody else chooses, and neither a place without a name nor somebody who goes alone or no more is it", async () => {
  const { coordinator, delegationId, tripId, organisationId, municipality, head, ...places } =
    await aDelegation();
  for (const stranger of await strangersTo(organisationId)) {
    const chosen = await chooseHead(stranger, { registrationId: places.other }, now);
    expect(chosen).toEqual({ ok: false, reason: "notFound" });
  }
  const refused = async (registrationId: string) => {
    const chosen = await chooseHead(coordinator, { registrationId }, now);
    return chosen.ok ? "chosen" : chosen.reason;
  };
  expect(await refused(places.unnamed)).toBe("unnamed");
  const alone = await aRegistration({ tripId, organisationId: municipality, confirmedAt: now });
  expect(await refused(alone)).toBe("alone");
  await withdraw(coordinator, { registrationId: places.other, reason: "Slimo." }, now);
  expect(await refused(places.other)).toBe("withdrawn");
  expect(await headsOf(delegationId)).toEqual([head]);
});
