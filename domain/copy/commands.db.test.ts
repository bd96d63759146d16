import { expect, it } from "vitest";
import { publicActor } from "#domain/actor/queries.ts";
import { verify } from "#domain/invariant/queries.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { ownTrip } from "#domain/organiser/queries.ts";
import { setSeats } from "#domain/seat/commands.ts";
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
