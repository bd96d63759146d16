import { expect, test } from "vitest";
import { type PastSeat, shareOf, sharesBy } from "./rules.ts";

const seat = (changes: Partial<PastSeat>): PastSeat => ({
  tripId: "spring",
  userId: "anna",
  organisationId: "ludza",
  offered: 2,
  attended: 2,
  noShow: false,
  ...changes,
});

test("seats are added up by person and by municipality", () => {
  const seats = [
    seat({}),
    seat({ tripId: "autumn", attended: 1 }),
    seat({ userId: "janis", attended: 0, noShow: true }),
    seat({ userId: "zane", organisationId: "kraslava", offered: 0, attended: 0 }),
  ];
  expect([...sharesBy(seats, ({ organisationId }) => organisationId)]).toEqual([
    ["ludza", { trips: 2, seats: 3, offered: 6, attended: 3, noShows: 1 }],
    ["kraslava", { trips: 1, seats: 1, offered: 0, attended: 0, noShows: 0 }],
  ]);
  expect(sharesBy(seats, ({ userId }) => userId).get("anna")).toEqual({
    ...{ trips: 2, seats: 2, offered: 4, attended: 3, noShows: 0 },
  });
});

test("no seats come to nothing", () => {
  expect(shareOf([])).toEqual({ trips: 0, seats: 0, offered: 0, attended: 0, noShows: 0 });
  expect(sharesBy([], ({ userId }) => userId).size).toBe(0);
});
