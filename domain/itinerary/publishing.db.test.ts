import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { itineraryVersion } from "#db/schema/itinerary.ts";
import { message } from "#db/schema/registration.ts";
import { publicActor, systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { queueMessages } from "#domain/message/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip as aTripOf,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { publishItinerary } from "./commands.ts";
import { draftItinerary, publishedItinerary } from "./queries.ts";

const now = momentInRiga("2026-06-04", "14:05");

let organisationId: string;
let organiser: PersonActor;
let placeId: string;

beforeAll(async () => {
  organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  placeId = await aPlace();
});

/** A public trip with one item in its draft. */
async function aTrip() {
  const made = await aTripOf(organiser, tripFacts({ organisationId, placeId }));
  const opened = await publishTrip(
    organiser,
    { tripId: made.tripId },
    momentInRiga("2026-05-10", "12:00"),
  );
  expect(opened.ok).toBe(true);
  await add(made.tripId, "Pirmais");
  return made;
}

async function add(tripId: string, title: string) {
  const item = {
    tripId,
    date: "2026-06-12",
    kind: "visit",
    starts: "11:00",
    ends: "12:30",
    title: { lv: title },
    note: null,
    hostId: null,
    placeId,
    speakerIds: [],
  } as const;
  expect(await addItem(organiser, { ...item, speakerIds: [] }, now)).toMatchObject({ ok: true });
}

const publish = (tripId: string, note = "Pievienots apmeklējums", at = now) =>
  publishItinerary(organiser, { tripId, note }, at);

const numbersOf = (tripId: string) =>
  database()
    .select({ number: itineraryVersion.number })
    .from(itineraryVersion)
    .where(eq(itineraryVersion.tripId, tripId))
    .orderBy(asc(itineraryVersion.number));

describe("publishing", () => {
  it("makes the draft the next version, which the public reads until there is a newer one", async () => {
    const { tripId, slug } = await aTrip();
    expect(await publishedItinerary(publicActor, slug)).toMatchObject({ tripId, facts: null });
    expect(await publish(tripId, "Pirmā versija")).toEqual({ ok: true, number: 1 });
    await add(tripId, "Otrais");
    const shown = await publishedItinerary(publicActor, slug);
    expect(shown?.facts).toMatchObject({
      number: 1,
      note: "Pirmā versija",
      publishedAt: now.toISOString(),
      trip: { slug, title: { lv: "Viedā pilsēta Jelgavā" } },
      timesIllustrative: false,
      days: [
        { date: "2026-06-12", items: [{ title: { lv: "Pirmais" }, kind: "visit" }] },
        { date: "2026-06-13", items: [] },
      ],
      route: [{ kind: "pickup" }, { kind: "visit" }],
    });
    expect((await draftItinerary(organiser, slug))?.changed).toBe(true);
    expect(await publish(tripId)).toEqual({ ok: true, number: 2 });
    const newer = await publishedItinerary(publicActor, slug);
    expect(newer?.facts?.days[0]?.items.map(({ title }) => title.lv)).toEqual([
      "Pirmais",
      "Otrais",
    ]);
    expect(await draftItinerary(organiser, slug)).toMatchObject({
      changed: false,
      published: { number: 2, note: "Pievienots apmeklējums", publishedAt: now },
    });
  });

  it("is refused without a note, without items, and when nothing has changed", async () => {
    const { tripId } = await aTrip();
    expect(await publish(tripId, "  ")).toEqual({ ok: false, reason: "invalid" });
    const empty = await aTripOf(organiser, tripFacts({ organisationId, placeId }));
    expect(await publish(empty.tripId)).toEqual({ ok: false, reason: "empty" });
    await publish(tripId);
    expect(await publish(tripId)).toEqual({
      ok: false,
      reason: "unchanged",
      detail: { number: 1 },
    });
  });

  it("shows nobody but the organiser the itinerary of a trip that is not public", async () => {
    const { tripId, slug } = await aTripOf(organiser, tripFacts({ organisationId, placeId }));
    await add(tripId, "Pirmais");
    await publish(tripId);
    expect(await publishedItinerary(publicActor, slug)).toBeNull();
    expect(await publishedItinerary(await aPerson(), slug)).toBeNull();
    expect((await publishedItinerary(organiser, slug))?.facts?.number).toBe(1);
  });

  it("gives one number to one of many who publish at once", async () => {
    const { tripId } = await aTrip();
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(tripId)));
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, number: 1 }]);
    expect(await numbersOf(tripId)).toEqual([{ number: 1 }]);
  });

  it("counts without a gap when the draft changes between", async () => {
    const { tripId } = await aTrip();
    const work = Array.from({ length: 5 }, async (_, index) => {
      await add(tripId, `Punkts ${index}`);
      return publish(tripId);
    });
    const made = (await Promise.all(work)).filter(({ ok }) => ok).length;
    expect(made).toBeGreaterThan(0);
    const expected = Array.from({ length: made }, (_, index) => ({ number: index + 1 }));
    expect(await numbersOf(tripId)).toEqual(expected);
  });
});

it("never lets a published version be rewritten or removed, not even by hand", async () => {
  const { tripId } = await aTrip();
  await publish(tripId);
  const own = eq(itineraryVersion.tripId, tripId);
  const rewrite = database().update(itineraryVersion).set({ note: "Cita" }).where(own);
  await expect(rewrite).rejects.toMatchObject({ cause: { code: "23000" } });
  const remove = database().delete(itineraryVersion).where(own);
  await expect(remove).rejects.toMatchObject({ cause: { code: "23000" } });
  expect(await numbersOf(tripId)).toEqual([{ number: 1 }]);
});

describe("telling the travellers", () => {
  const confirmedAt = now;

  it("records one message for everybody with a seat, to be sent at once, and for nobody else", async () => {
    const { tripId } = await aTrip();
    const base = { tripId, organisationId };
    const seated = await aRegistration({ ...base, confirmedAt, locale: "lt" });
    await aRegistration(base);
    await aRegistration({ ...base, confirmedAt, withdrawnAt: now });
    await publish(tripId);
    const messages = await database()
      .select({
        id: message.id,
        registrationId: message.registrationId,
        kind: message.kind,
        locale: message.locale,
        facts: message.facts,
        cause: message.cause,
      })
      .from(message)
      .where(eq(message.tripId, tripId));
    expect(messages).toEqual([
      {
        id: expect.any(String),
        registrationId: seated,
        kind: "itinerary",
        locale: "lt",
        facts: {
          number: 1,
          note: "Pievienots apmeklējums",
          publishedAt: now.toISOString(),
          changes: [],
        },
        cause: `itinerary:${tripId}:1:${seated}`,
      },
    ]);
    await queueMessages(systemActor, now);
    const jobs = await database().execute<{ payload: object }>(
      sql`select payload from graphile_worker._private_jobs`,
    );
    expect(jobs.rows).toEqual([{ payload: { messageId: messages[0]?.id } }]);
  });

  it("says nothing once the last day is over", async () => {
    const { tripId } = await aTrip();
    await aRegistration({ tripId, organisationId, confirmedAt });
    const after = momentInRiga("2026-06-14", "08:00");
    expect(await publish(tripId, "Kā notika", after)).toEqual({ ok: true, number: 1 });
    expect(await database().$count(message, eq(message.tripId, tripId))).toBe(0);
  });
});
