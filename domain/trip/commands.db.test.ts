import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { trip, tripDay, tripPlace, tripSeat } from "#db/schema/trip.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aTrip as aTripOf,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { createTrip, editTrip } from "./commands.ts";
import type { NewTrip } from "./schema.ts";

const now = momentInRiga("2026-05-10", "12:00");

let organisationId: string;
let placeId: string;
let organiser: PersonActor;
let strangers: Actor[];

beforeAll(async () => {
  organisationId = await anOrganisation();
  placeId = await aPlace();
  organiser = await aPerson({ role: "organiser", organisationId });
  strangers = await strangersTo(organisationId);
});

const facts = (changes: Partial<NewTrip> = {}) => tripFacts({ organisationId, placeId }, changes);

const aTrip = (changes: Partial<NewTrip> = {}) => aTripOf(organiser, facts(changes));

/** Facts as the edit takes them. */
function edited(tripId: string, changes: Partial<NewTrip> = {}) {
  const { organisationId: _organisation, capacity: _capacity, ...rest } = facts(changes);
  return { tripId, ...rest };
}

describe("creating a trip", () => {
  it("makes a draft with its days, route and seats, and says so in the audit", async () => {
    const { tripId, slug } = await aTrip({ title: { lv: "Ēnu diena Ķekavā" } });
    expect(slug).toBe("enu-diena-kekava-2026");
    const [row] = await database().select().from(trip).where(eq(trip.id, tripId));
    expect(row).toMatchObject({ slug, organisationId, publishedAt: null, topics: ["digital"] });
    const days = await database()
      .select({ date: tripDay.date })
      .from(tripDay)
      .where(eq(tripDay.tripId, tripId))
      .orderBy(tripDay.date);
    expect(days).toEqual([{ date: "2026-06-12" }, { date: "2026-06-13" }]);
    const route = await database()
      .select({ position: tripPlace.position, kind: tripPlace.kind })
      .from(tripPlace)
      .where(eq(tripPlace.tripId, tripId))
      .orderBy(tripPlace.position);
    expect(route).toEqual([
      { position: 1, kind: "pickup" },
      { position: 2, kind: "visit" },
    ]);
    const [seats] = await database().select().from(tripSeat).where(eq(tripSeat.tripId, tripId));
    expect(seats).toMatchObject({
      capacity: 30,
      allocationOrder: "first-come",
      promotionEndsAt: facts().registrationDeadline,
    });
    const entries = await database()
      .select({ action: auditEntry.action, actorId: auditEntry.actorId })
      .from(auditEntry)
      .where(eq(auditEntry.tripId, tripId));
    expect(entries).toEqual([{ action: "trip.create", actorId: organiser.userId }]);
  });

  it("gives two trips of one title two addresses, also at once", async () => {
    const title = { lv: "Divreiz tas pats" };
    const made = await Promise.all([aTrip({ title }), aTrip({ title }), aTrip({ title })]);
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      "divreiz-tas-pats-2026",
      "divreiz-tas-pats-2026-2",
      "divreiz-tas-pats-2026-3",
    ]);
  });

  it("refuses an address that another trip has", async () => {
    await aTrip({ slug: "jelgava-2026" });
    expect(await createTrip(organiser, facts({ slug: "jelgava-2026" }), now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { slug: "slugTaken" },
    });
  });

  it("names every field that must be mended", async () => {
    const wrong = facts({
      title: { lv: "  " },
      aim: { lv: "" },
      costs: { lv: "", en: "Free" },
      dates: ["2026-06-31"],
      capacity: Number.NaN,
      registrationOpensAt: new Date(Number.NaN),
      registrationDeadline: new Date(Number.NaN),
      places: [{ placeId: "", kind: "visit" }],
    });
    expect(await createTrip(organiser, wrong, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: {
        "title.lv": "titleMissing",
        "aim.lv": "aimMissing",
        "costs.lv": "costsLatvianMissing",
        dates: "dayWrong",
        capacity: "capacityWrong",
        registrationOpensAt: "opensAtWrong",
        registrationDeadline: "deadlineWrong",
        places: "placeUnknown",
      },
    });
  });

  it("refuses places and projects that are not on record", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";
    const wrong = facts({ projectId: unknown, places: [{ placeId: unknown, kind: "visit" }] });
    expect(await createTrip(organiser, wrong, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { projectId: "projectUnknown", places: "placeUnknown" },
    });
  });

  it("is not there for anybody but an organiser of that organisation", async () => {
    for (const stranger of strangers) {
      expect(await createTrip(stranger, facts(), now)).toEqual({ ok: false, reason: "notFound" });
    }
  });
});

describe("editing a trip", () => {
  it("writes the facts anew and keeps the address", async () => {
    const { tripId, slug } = await aTrip();
    const changes = edited(tripId, { title: { lv: "Cits nosaukums" }, dates: ["2026-06-13"] });
    expect(await editTrip(organiser, changes, now)).toEqual({ ok: true, slug });
    const [row] = await database().select().from(trip).where(eq(trip.id, tripId));
    expect(row?.title).toEqual({ lv: "Cits nosaukums" });
    expect(await database().$count(tripDay, eq(tripDay.tripId, tripId))).toBe(1);
  });

  it("refuses to drop a day on which something is planned", async () => {
    const { tripId } = await aTrip();
    await addItem(
      organiser,
      {
        tripId,
        date: "2026-06-12",
        kind: "visit",
        starts: "10:00",
        ends: "11:00",
        title: { lv: "Vizīte" },
        note: null,
        hostId: null,
        placeId: null,
        speakerIds: [],
      },
      now,
    );
    expect(await editTrip(organiser, edited(tripId, { dates: ["2026-06-13"] }), now)).toEqual({
      ok: false,
      reason: "dayInUse",
      detail: { date: "2026-06-12", items: 1, marks: 0 },
    });
  });

  it("names what does not fit together", async () => {
    const { tripId } = await aTrip();
    const wrong = edited(tripId, { dates: ["2026-05-30", "2026-05-30"] });
    expect(await editTrip(organiser, wrong, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { dates: "dayTwice", registrationDeadline: "deadlineAfterFirstDay" },
    });
  });

  it("finds no trip of another organisation, and none with a broken reference", async () => {
    const { tripId } = await aTrip();
    for (const stranger of strangers) {
      expect(await editTrip(stranger, edited(tripId), now)).toEqual({
        ok: false,
        reason: "notFound",
      });
    }
    expect(await editTrip(organiser, edited("no-such"), now)).toEqual({
      ok: false,
      reason: "notFound",
    });
  });
});
