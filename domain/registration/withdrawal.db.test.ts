import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { withdraw } from "./commands.ts";

const now = new Date();

async function aSeat() {
  const trip = await anOpenTrip();
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const person = await aPerson();
  const registrationId = await aRegistration({
    tripId: trip.tripId,
    organisationId: municipality,
    confirmedAt: now,
    userId: person.userId,
    email: person.email,
  });
  return { organiser: trip.organiser, coordinator, person, registrationId };
}

async function storedOf(registrationId: string) {
  const [row] = await database()
    .select({ withdrawnAt: registration.withdrawnAt, reason: registration.withdrawalReason })
    .from(registration)
    .where(eq(registration.id, registrationId));
  return row;
}

test("whoever takes somebody else's seat back writes why, organiser and coordinator alike", async () => {
  for (const who of ["organiser", "coordinator"] as const) {
    const { registrationId, ...people } = await aSeat();
    for (const reason of [undefined, "", "  "]) {
      const asked = { registrationId, ...(reason === undefined ? {} : { reason }) };
      expect(await withdraw(people[who], asked, now)).toEqual({
        ok: false,
        reason: "invalid",
        detail: { reason: "reasonMissing" },
      });
    }
    expect(await storedOf(registrationId)).toEqual({ withdrawnAt: null, reason: null });
    const given = { registrationId, reason: " Autobusā nav vietas. " };
    expect(await withdraw(people[who], given, now)).toEqual({ ok: true, promoted: 0 });
    expect(await storedOf(registrationId)).toEqual({
      withdrawnAt: now,
      reason: "Autobusā nav vietas.",
    });
  }
});

test("one's own withdrawal asks for nothing, and a coordinator of another municipality finds nothing", async () => {
  const { person, registrationId } = await aSeat();
  const elsewhere = await anOrganisation("municipality");
  const stranger = await aPerson({ role: "coordinator", organisationId: elsewhere });
  const reason = "Nevar.";
  expect(await withdraw(stranger, { registrationId, reason }, now)).toEqual({
    ok: false,
    reason: "notFound",
  });
  expect(await withdraw(person, { registrationId }, now)).toEqual({ ok: true, promoted: 0 });
  expect(await storedOf(registrationId)).toEqual({ withdrawnAt: now, reason: null });
});
