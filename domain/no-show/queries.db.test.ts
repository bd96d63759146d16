import { beforeEach, expect, it } from "vitest";
import { lockDay, reopenDay } from "#domain/day-lock/commands.ts";
import { pastTrips } from "#domain/past-trip/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { noShowsOfTrip } from "./queries.ts";

const later = momentInRiga("2026-06-14", "09:00");

let trip: DayOfTrip;

beforeEach(async () => {
  trip = await aDayOfTrip();
});

it("tells the organiser who had a seat and never came, once all days are locked", async () => {
  const [anna, ilze] = [await trip.somebody(), await trip.somebody("Ozola")];
  await aRegistration({ tripId: trip.tripId, organisationId: trip.organisationId });
  await trip.mark(anna);
  await trip.mark(ilze, false);
  const none = { known: false, people: [] };
  expect(await noShowsOfTrip(trip.organiser, trip.slug)).toEqual(none);
  await lockDay(trip.organiser, trip.day, trip.evening);
  const never = await noShowsOfTrip(trip.organiser, trip.slug);
  expect(never?.known).toBe(true);
  expect(never?.people.map(({ registrationId }) => registrationId)).toEqual([ilze]);
  await reopenDay(trip.organiser, { ...trip.day, reason: "Vēlreiz." }, later);
  expect(await noShowsOfTrip(trip.organiser, trip.slug)).toEqual(none);
});

it("tells the municipality with its past trips", async () => {
  const { organisationId } = trip;
  const coordinator = await aPerson({ role: "coordinator", organisationId });
  const [anna, ilze] = [await trip.somebody(), await trip.somebody("Ozola")];
  await trip.mark(anna);
  await trip.mark(ilze, false);
  const told = async () =>
    (await pastTrips(coordinator, organisationId, later))?.[0]?.people.map(
      ({ registrationId, noShow }) => [registrationId, noShow],
    );
  expect(await told()).toEqual([
    [anna, false],
    [ilze, false],
  ]);
  await lockDay(trip.organiser, trip.day, trip.evening);
  expect(await told()).toEqual([
    [anna, false],
    [ilze, true],
  ]);
});
