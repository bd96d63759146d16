import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { trip, tripSeat } from "#db/schema/trip.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { cancelTrip, publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import { nextBoundary } from "./queries.ts";

const at = (clock: string) => momentInRiga("2026-05-20", clock);
const midnight = momentInRiga("2026-05-21", "00:00");
const next = (clock: string) => nextBoundary(publicActor, at(clock));

let organiser: Awaited<ReturnType<typeof aPerson>>;
let tripId: string;

beforeAll(async () => {
  const organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  const moments = { registrationOpensAt: at("09:00"), registrationDeadline: at("17:00") };
  const facts = tripFacts({ organisationId, placeId: await aPlace() }, moments);
  ({ tripId } = await aTrip(organiser, facts));
  await database()
    .update(tripSeat)
    .set({ releaseAt: at("12:00"), promotionEndsAt: at("18:00") })
    .where(eq(tripSeat.tripId, tripId));
});

test("a draft changes no public page, so the day's end is next", async () => {
  expect(await next("08:00")).toEqual(midnight);
});

test("a published trip opens, releases its kept seats, closes and ends its line, and then the day ends", async () => {
  await publishTrip(organiser, { tripId }, at("07:00"));
  expect(await next("08:00")).toEqual(at("09:00"));
  expect(await next("09:00")).toEqual(at("12:00"));
  expect(await next("12:30")).toEqual(at("17:00"));
  expect(await next("17:00")).toEqual(at("18:00"));
  expect(await next("18:00")).toEqual(midnight);
});

test("what comes only after midnight is found by the page of the next day", async () => {
  const tomorrow = momentInRiga("2026-05-21", "09:00");
  await database().update(trip).set({ registrationDeadline: tomorrow }).where(eq(trip.id, tripId));
  expect(await next("18:00")).toEqual(midnight);
});

test("a cancelled trip has nothing left to open or close", async () => {
  const reason = { lv: "Vētra" };
  expect((await cancelTrip(organiser, { tripId, reason }, at("08:00"))).ok).toBe(true);
  expect(await next("08:00")).toEqual(midnight);
});
