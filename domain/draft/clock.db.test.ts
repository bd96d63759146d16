import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { shiftItems } from "#domain/arrangement/commands.ts";
import { copyTrip } from "#domain/copy/commands.ts";
import { savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import { draftItems } from "./queries.ts";

const now = momentInRiga("2027-01-10", "12:00");
/** The night in which the clocks in Riga go from 3.00 to 4.00. */
const night = "2027-03-28";

let organiser: PersonActor;
let facts: ReturnType<typeof tripFacts>;

beforeAll(async () => {
  const organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  facts = tripFacts({ organisationId, placeId: await aPlace() });
});

async function aTripOn(date: string) {
  const times = {
    registrationOpensAt: momentInRiga("2026-11-01", "09:00"),
    registrationDeadline: momentInRiga("2027-01-20", "17:00"),
  };
  const trip = await aTrip(organiser, { ...facts, ...times, dates: [date] });
  const add = (starts: string, ends: string) =>
    addItem(
      organiser,
      {
        tripId: trip.tripId,
        date,
        starts,
        ends,
        kind: "travel",
        title: { lv: "Ceļš" },
        note: null,
        hostId: null,
        placeId: null,
        speakerIds: [],
      },
      now,
    );
  return { ...trip, add };
}

const refused = { ok: false, reason: "clockSkipped" };

describe("the hour that the clocks skip in March", () => {
  it("takes no item that is typed into it", async () => {
    const { add, tripId } = await aTripOn(night);
    expect(await add("03:15", "04:30")).toEqual(refused);
    expect(await add("02:00", "03:30")).toEqual(refused);
    expect(await draftItems(organiser, tripId, database())).toEqual([]);
    expect(await add("02:00", "04:00")).toMatchObject({ ok: true });
  });

  it("takes no item that is shifted into it, and nothing of the shift is written", async () => {
    const { add, tripId } = await aTripOn(night);
    const first = await add("01:00", "01:30");
    await add("02:00", "02:30");
    await add("05:00", "05:30");
    const itemId = first.ok ? first.itemId : "";
    const before = await draftItems(organiser, tripId, database());
    expect(await shiftItems(organiser, { itemId, minutes: 60 }, now)).toEqual(refused);
    expect(await draftItems(organiser, tripId, database())).toEqual(before);
    expect(await shiftItems(organiser, { itemId, minutes: 120 }, now)).toMatchObject({ ok: true });
  });

  it("takes no stop of a bus, and no item of a trip that is copied there", async () => {
    const { add, tripId } = await aTripOn("2027-03-27");
    await add("03:15", "04:30");
    const copy = { tripId, firstDay: night, title: "Kopija" };
    expect(await copyTrip(organiser, copy, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { firstDay: "clockSkippedCopy" },
    });
    const other = await aTripOn(night);
    const bus = { tripId: other.tripId, name: "Autobuss", seats: 20 };
    const made = await saveVehicle(organiser, { ...bus, driverName: null, driverPhone: null }, now);
    const vehicleId = made.ok ? made.vehicleId : "";
    const stop = { tripId: other.tripId, vehicleId, placeId: null, spot: "Pie domes" };
    expect(
      await savePickup(
        organiser,
        { ...stop, date: night, clock: "03:30", organisationId: null },
        now,
      ),
    ).toEqual({ ok: false, reason: "invalid", detail: { clock: "clockSkipped" } });
  });
});
