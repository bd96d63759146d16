import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { tripDay } from "#db/schema/trip.ts";
import { walkIn, walkInRemoval, walkInSignature } from "#db/schema/walk-in.ts";
import { lockDay } from "#domain/day-lock/commands.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { anOrganisation } from "#scripts/checks/factories.ts";
import { aWalkIn } from "#scripts/checks/sheets.ts";
import { walkInsOfDay } from "./queries.ts";

let trip: DayOfTrip;

beforeEach(async () => {
  trip = await aDayOfTrip();
});

const here = async () =>
  (await walkInsOfDay(trip.organiser, trip.slug, trip.day.date, trip.evening))?.people;

describe("the database itself", () => {
  const facts = async () => {
    const [found] = await database()
      .select({ tripDayId: tripDay.id })
      .from(tripDay)
      .where(eq(tripDay.tripId, trip.tripId));
    const hand = { recordedBy: trip.organiser.userId, device: "phone", deviceAt: trip.evening };
    return { tripDayId: found?.tripDayId ?? "", ...hand };
  };

  it("refuses a walk-in without a name, or from nowhere, or from two places", async () => {
    const base = { ...(await facts()), givenName: "Jānis", familyName: "Ozols" };
    const municipality = await anOrganisation("municipality");
    const wrong = [
      { ...base, familyName: "", institution: "Skola" },
      { ...base, institution: null },
      { ...base, institution: "" },
      { ...base, institution: "Skola", organisationId: municipality },
    ];
    for (const values of wrong) {
      await expect(
        database()
          .insert(walkIn)
          .values({ ...values, id: randomUUID() }),
      ).rejects.toThrow();
    }
    expect(await here()).toEqual([]);
  });

  it("refuses a removal without a reason, a signature on another day, and rewriting", async () => {
    const id = await aWalkIn(trip.organiser, trip.day);
    const empty = { ...(await facts()), id: randomUUID(), walkInId: id, reason: "" };
    await expect(database().insert(walkInRemoval).values(empty)).rejects.toThrow();
    const other = await aDayOfTrip();
    const elsewhere = await aWalkIn(other.organiser, other.day);
    const { tripDayId, recordedBy: readBy } = await facts();
    const read = { tripDayId, walkInId: elsewhere, signed: true, readBy };
    await expect(database().insert(walkInSignature).values(read)).rejects.toThrow();
    for (const table of ["walk_in", "walk_in_removal", "walk_in_signature"]) {
      const name = sql.identifier(table);
      await expect(database().execute(sql`truncate ${name} cascade`)).rejects.toThrow();
    }
    const rewritten = database()
      .update(walkIn)
      .set({ familyName: "Zīle" })
      .where(eq(walkIn.id, id));
    await expect(rewritten).rejects.toThrow();
    await expect(database().delete(walkIn).where(eq(walkIn.id, id))).rejects.toThrow();
  });

  it("refuses everything on a locked day", async () => {
    const id = await aWalkIn(trip.organiser, trip.day);
    await lockDay(trip.organiser, trip.day, trip.evening);
    const base = await facts();
    const named = { givenName: "Jānis", familyName: "Bērzs", institution: "Skola" };
    const { tripDayId, recordedBy: readBy } = base;
    const late = [
      () =>
        database()
          .insert(walkIn)
          .values({ ...base, ...named, id: randomUUID() }),
      () =>
        database()
          .insert(walkInRemoval)
          .values({ ...base, id: randomUUID(), walkInId: id, reason: "Nebija." }),
      () =>
        database()
          .insert(walkInSignature)
          .values({ tripDayId, walkInId: id, signed: true, readBy }),
    ];
    for (const write of late) await expect(write()).rejects.toThrow();
    expect(await here()).toHaveLength(1);
  });
});
