import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "#db/client.ts";
import { pickup } from "#db/schema/travel.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { verify } from "#domain/invariant/queries.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { ownTrip } from "#domain/organiser/queries.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { travelOfTrip } from "#domain/travel/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aPerson } from "#scripts/checks/factories.ts";
import { makeTheirs, now } from "#scripts/checks/strangers.ts";
import { copyTrip } from "./commands.ts";

it("makes a draft of next year with days, seats and items shifted, and nobody in it", async () => {
  const theirs = await makeTheirs();
  const { organiser, tripId, slug, organisationId } = theirs;
  const releaseAt = momentInRiga("2026-05-25", "12:00");
  const quotas = [{ organisationId, guaranteed: 3, maximum: 5 }];
  const seats = { tripId, capacity: 30, allocationOrder: "spread" as const, releaseAt, quotas };
  const promotionEndsAt = theirs.facts.registrationDeadline;
  const ends = { promotionEndsAt, namesFrozenAt: promotionEndsAt, signOffHours: 72 };
  expect(await setSeats(organiser, { ...seats, ...ends }, now)).toMatchObject({ ok: true });

  const copy = { tripId, firstDay: "2027-06-11", title: "Viedā pilsēta 2027" };
  const made = await copyTrip(organiser, copy, now);
  if (!made.ok) throw new Error(made.reason);
  expect(made).toMatchObject({ items: 1, slug: "vieda-pilseta-2027" });
  const [before, after] = [
    await ownTrip(organiser, slug, now),
    await ownTrip(organiser, made.slug, now),
  ];
  expect(after).toMatchObject({
    state: "draft",
    title: { lv: "Viedā pilsēta 2027", en: "Smart city in Jelgava" },
    aim: before?.aim,
    dates: ["2027-06-11", "2027-06-12"],
    places: before?.places,
    registrationDeadline: momentInRiga("2027-05-31", "17:00"),
    seats: {
      capacity: 30,
      allocationOrder: "spread",
      taken: 0,
      waiting: 0,
      held: 3,
      releaseAt: momentInRiga("2027-05-24", "12:00"),
      quotas: [{ organisationId, guaranteed: 3, maximum: 5, taken: 0 }],
    },
  });
  const draft = await draftItinerary(organiser, made.slug);
  expect(draft?.published).toBeNull();
  expect(draft?.days[0]?.items).toMatchObject([
    { date: "2027-06-11", starts: 600, title: { lv: "Vizīte" } },
  ]);
  expect(draft?.days[0]?.items[0]?.id).not.toBe(theirs.itemId);
  const { broken } = await verify();
  expect(broken.filter(({ tripSlug }) => tripSlug === made.slug)).toEqual([]);
});

it("says at the field what is missing, and finds nothing of a stranger's", async () => {
  const { organiser, tripId } = await makeTheirs();
  expect(await copyTrip(organiser, { tripId, firstDay: "", title: " " }, now)).toEqual({
    ok: false,
    reason: "invalid",
    detail: { firstDay: "firstDayMissing", title: "titleMissing" },
  });
  const copy = { tripId, firstDay: "2027-06-11", title: "Mans" };
  for (const stranger of [publicActor, await aPerson()]) {
    expect(await copyTrip(stranger, copy, now)).toEqual({ ok: false, reason: "notFound" });
  }
});

it("takes vehicles with their stops and lodgings with their rooms along, without driver and sleepers", async () => {
  const { organiser, tripId, slug } = await makeTheirs();
  const made = await copyTrip(
    organiser,
    { tripId, firstDay: "2027-06-11", title: "Viedā pilsēta 2027" },
    now,
  );
  if (!made.ok) throw new Error(made.reason);
  const [before, after] = [
    await travelOfTrip(organiser, tripId),
    await travelOfTrip(organiser, made.tripId),
  ];
  expect(before?.vehicles.map(({ name }) => name)).toEqual(["Autobuss"]);
  expect(after?.vehicles.map(({ name, seats }) => ({ name, seats }))).toEqual([
    { name: "Autobuss", seats: 20 },
  ]);
  const rows = await database()
    .select({ spot: pickup.spot, departs_at: pickup.departsAt })
    .from(pickup)
    .where(eq(pickup.tripId, made.tripId));
  expect(rows).toEqual([{ spot: "Pie domes", departs_at: momentInRiga("2027-06-11", "07:30") }]);
  const houses = await lodgingsOfTrip(organiser, made.tripId);
  expect(houses?.map(({ name, firstNight, rooms }) => [name, firstNight, rooms.length])).toEqual([
    ["Viesnīca", "2027-06-11", 2],
  ]);
  expect(slug).not.toBe(made.slug);
});
