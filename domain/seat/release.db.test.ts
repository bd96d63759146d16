import { and, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { message, registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { verify } from "#domain/invariant/queries.ts";
import { releaseDue } from "#domain/line/commands.ts";
import { register } from "#domain/registration/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { setSeats } from "./commands.ts";

const now = new Date();
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const releaseAt = minutes(60);

/** Four seats, three of them kept for a municipality that sends nobody; three people of another wait for them. */
async function aTripThatKeepsSeats() {
  const trip = await anOpenTrip({ capacity: 4 });
  const [keeps, comes] = [
    await anOrganisation("municipality"),
    await anOrganisation("municipality"),
  ];
  const settings = {
    tripId: trip.tripId,
    capacity: 4,
    allocationOrder: "first-come" as const,
    releaseAt,
    promotionEndsAt: minutes(600),
    namesFrozenAt: minutes(600),
    signOffHours: null,
    quotas: [{ organisationId: keeps, guaranteed: 3, maximum: null }],
  };
  expect((await setSeats(trip.organiser, settings, now)).ok).toBe(true);
  for (let count = 0; count < 4; count += 1) {
    const answers = {
      givenName: "Anna",
      familyName: "Zīle",
      phone: "20123456",
      position: "juriste",
    };
    const rest = {
      organisation: comes,
      institution: "",
      tripSlug: trip.slug,
      locale: "lv" as const,
    };
    expect((await register(await aPerson(), { ...answers, ...rest }, now)).ok).toBe(true);
  }
  return trip.tripId;
}

const seated = (tripId: string) =>
  database().$count(
    registration,
    and(eq(registration.tripId, tripId), isNotNull(registration.confirmedAt)),
  );

test("kept seats go to the line once, by whichever of three workers, also five minutes after their hour", async () => {
  const tripId = await aTripThatKeepsSeats();
  await releaseDue(systemActor, minutes(59));
  expect(await seated(tripId)).toBe(1);
  const released = await Promise.all([1, 2, 3].map(() => releaseDue(systemActor, minutes(65))));
  expect(released.map((one) => one.released).sort()).toEqual([0, 0, 1]);
  expect(await seated(tripId)).toBe(4);
  const releases = and(eq(auditEntry.tripId, tripId), eq(auditEntry.action, "seat.release"));
  expect(await database().$count(auditEntry, releases)).toBe(1);
  const promoted = and(eq(message.tripId, tripId), eq(message.kind, "promoted"));
  expect(await database().$count(message, promoted)).toBe(3);
  expect((await verify()).broken).toEqual([]);
});

test("whoever comes after the hour finds the line walked first, even if no worker has run", async () => {
  const tripId = await aTripThatKeepsSeats();
  const [{ slug = "", sender = "" } = {}] = (
    await database().execute<{ slug: string; sender: string }>(
      `select slug, (select organisation_id from registration where trip_id = trip.id limit 1) as sender
       from trip where id = '${tripId}'`,
    )
  ).rows;
  const answers = { givenName: "Zane", familyName: "Vēlā", phone: "20123456", position: "juriste" };
  const rest = { organisation: sender, institution: "", tripSlug: slug, locale: "lv" as const };
  const late = await register(await aPerson(), { ...answers, ...rest }, minutes(65));
  expect(late).toMatchObject({ ok: true, state: "waiting", waitingReason: "full" });
  expect(await seated(tripId)).toBe(4);
});
