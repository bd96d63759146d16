import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { message } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { editTrip } from "#domain/trip/commands.ts";
import type { NewTrip } from "#domain/trip/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip as aTripOf,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { cancelTrip, completeTrip, publishTrip } from "./commands.ts";

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

describe("publishing a trip", () => {
  it("makes it public once", async () => {
    const { tripId, slug } = await aTrip();
    expect(await publishTrip(organiser, { tripId }, now)).toEqual({ ok: true, slug });
    const later = momentInRiga("2026-05-11", "12:00");
    expect(await publishTrip(organiser, { tripId }, later)).toEqual({ ok: true, slug });
    const [row] = await database().select().from(trip).where(eq(trip.id, tripId));
    expect(row?.publishedAt).toEqual(now);
  });

  it("says what is missing", async () => {
    const { tripId } = await aTrip({ dates: [], places: [] });
    expect(await publishTrip(organiser, { tripId }, now)).toEqual({
      ok: false,
      reason: "incomplete",
      detail: { dates: "noDays", places: "noPlaces" },
    });
  });

  it("finds no trip of a stranger", async () => {
    const { tripId } = await aTrip();
    for (const stranger of strangers) {
      expect(await publishTrip(stranger, { tripId }, now)).toEqual({
        ok: false,
        reason: "notFound",
      });
    }
  });
});

describe("cancelling a trip", () => {
  const reason = { lv: "Uzņēmējs nevar mūs uzņemt." };

  it("tells everybody who holds or awaits a seat, and ends every change", async () => {
    const { tripId, slug } = await aTrip();
    await publishTrip(organiser, { tripId }, now);
    const registered = { tripId, organisationId };
    const concerned = [await aRegistration(registered), await aRegistration(registered)];
    await aRegistration({ ...registered, withdrawnAt: now });
    expect(await cancelTrip(organiser, { tripId, reason }, now)).toEqual({
      ok: true,
      slug,
      told: 2,
    });
    const told = await database()
      .select({ id: message.registrationId, kind: message.kind, facts: message.facts })
      .from(message)
      .where(eq(message.tripId, tripId));
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set(concerned));
    expect(told[0]).toMatchObject({ kind: "cancelled", facts: { slug, reason } });
    for (const attempt of [
      cancelTrip(organiser, { tripId, reason }, now),
      editTrip(organiser, edited(tripId), now),
      publishTrip(organiser, { tripId }, now),
      completeTrip(organiser, { tripId }, now),
    ]) {
      expect(await attempt).toEqual({ ok: false, reason: "cancelled" });
    }
  });

  it("asks for the reason in Latvian", async () => {
    const { tripId } = await aTrip();
    expect(await cancelTrip(organiser, { tripId, reason: { lv: " " } }, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { "reason.lv": "cancelReasonMissing" },
    });
  });

  it("finds no trip of a stranger", async () => {
    const { tripId } = await aTrip();
    for (const stranger of strangers) {
      expect(await cancelTrip(stranger, { tripId, reason }, now)).toEqual({
        ok: false,
        reason: "notFound",
      });
    }
  });
});

describe("completing a trip", () => {
  const after = momentInRiga("2026-06-13", "18:00");

  it("closes it once its last day has come", async () => {
    const { tripId, slug } = await aTrip();
    await publishTrip(organiser, { tripId }, now);
    expect(await completeTrip(organiser, { tripId }, now)).toEqual({
      ok: false,
      reason: "notOver",
    });
    expect(await completeTrip(organiser, { tripId }, after)).toEqual({ ok: true, slug });
    expect(await editTrip(organiser, edited(tripId), after)).toEqual({
      ok: false,
      reason: "completed",
    });
  });

  it("refuses a draft", async () => {
    const { tripId } = await aTrip();
    expect(await completeTrip(organiser, { tripId }, after)).toEqual({
      ok: false,
      reason: "draft",
    });
  });

  it("finds no trip of a stranger", async () => {
    const { tripId } = await aTrip();
    for (const stranger of strangers) {
      expect(await completeTrip(stranger, { tripId }, after)).toEqual({
        ok: false,
        reason: "notFound",
      });
    }
  });
});
