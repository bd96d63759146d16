import { beforeEach, describe, expect, it } from "vitest";
import { issueCertificates } from "#domain/certificate/commands.ts";
import { completeTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { correctAttendance } from "./commands.ts";
import { marksOfPerson } from "./queries.ts";

const later = momentInRiga("2026-06-14", "09:00");

let trip: DayOfTrip;

beforeEach(async () => {
  trip = await aDayOfTrip();
});

describe("a correction", () => {
  it("adds a mark with its reason, also when the trip is completed, and never overwrites", async () => {
    const anna = await trip.somebody();
    await trip.mark(anna);
    await completeTrip(trip.organiser, { tripId: trip.tripId }, trip.evening);
    const change = { ...trip.day, registrationId: anna, present: false, reason: "Bija māsa." };
    expect(await correctAttendance(trip.organiser, change, later)).toEqual({ ok: true });
    expect(await correctAttendance(trip.organiser, change, later)).toEqual({
      ok: false,
      reason: "alreadySo",
    });
    const leaders = { id: expect.any(String), part: null, byName: null, byAttendee: false };
    expect(await marksOfPerson(trip.organiser, trip.slug, anna)).toEqual([
      {
        date: trip.day.date,
        locked: false,
        marks: [
          { ...leaders, present: true, reason: null, at: trip.evening },
          { ...leaders, present: false, reason: "Bija māsa.", at: later },
        ],
      },
    ]);
  });

  it("decides what the certificate says", async () => {
    const anna = await trip.somebody();
    await trip.mark(anna);
    await completeTrip(trip.organiser, { tripId: trip.tripId }, later);
    const certificates = async () =>
      (await issueCertificates(trip.organiser, { registrationId: anna }, later)).map(
        ({ days }) => days,
      );
    expect(await certificates()).toEqual([[trip.day.date]]);
    const change = { ...trip.day, registrationId: anna, present: false, reason: "Bija māsa." };
    await correctAttendance(trip.organiser, change, later);
    expect(await certificates()).toEqual([]);
  });

  it("names what is missing", async () => {
    const change = {
      ...trip.day,
      registrationId: await trip.somebody(),
      present: null,
      reason: "",
    };
    expect(await correctAttendance(trip.organiser, change, later)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { present: "presenceMissing", reason: "correctionReasonMissing" },
    });
  });
});
