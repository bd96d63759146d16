import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { forgetLogistics } from "./commands.ts";

/** The trip's last day is 13 June 2026. */
async function aTravelledTrip() {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  const { tripId } = await aTrip(organiser, facts);
  const held = await aRegistration({ tripId, organisationId, confirmedAt: new Date() });
  const waiting = await aRegistration({ tripId, organisationId });
  return { tripId, ids: [held, waiting] };
}

async function phonesOf(tripId: string): Promise<string[]> {
  const rows = await database()
    .select({ phone: registration.phone })
    .from(registration)
    .where(eq(registration.tripId, tripId));
  return rows.map(({ phone }) => phone);
}

const tracesOf = (tripId: string) =>
  database()
    .select({ action: auditEntry.action, details: auditEntry.details })
    .from(auditEntry)
    .where(eq(auditEntry.subjectId, tripId));

test("phone numbers stay for thirty days after the last day of the trip", async () => {
  const { tripId } = await aTravelledTrip();
  await forgetLogistics(systemActor, momentInRiga("2026-07-13", "23:59"));
  expect(await phonesOf(tripId)).toEqual(["20 123 456", "20 123 456"]);
});

test("then they go, names stay, and it is recorded once how many went", async () => {
  const { tripId, ids } = await aTravelledTrip();
  const day31 = momentInRiga("2026-07-14", "00:00");
  await forgetLogistics(systemActor, day31);
  await forgetLogistics(systemActor, day31);
  expect(await phonesOf(tripId)).toEqual(["", ""]);
  const names = await database()
    .select({ familyName: registration.familyName })
    .from(registration)
    .where(eq(registration.tripId, tripId));
  expect(names).toHaveLength(ids.length);
  const traces = (await tracesOf(tripId)).filter(({ action }) => action === "privacy.forget");
  expect(traces).toEqual([{ action: "privacy.forget", details: { phones: 2 } }]);
});
