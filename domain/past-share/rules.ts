/**
 * For how many months back the trips of an organisation count when it shares out seats. Two years hold two rounds of a
 * yearly programme: who was left out last year is still seen, and hardly anybody has changed office since.
 */
export const lookBackMonths = 24;

/** A seat that somebody had on an earlier trip, and what came of it. */
export type PastSeat = {
  tripId: string;
  userId: string;
  /** Whoever sent the person, or what that became as a whole. */
  organisationId: string;
  /** Days of the trip on which presence was recorded at all. */
  offered: number;
  /** Those of them on which the person was present. */
  attended: number;
  /** Never came, and every day of the trip is locked. */
  noShow: boolean;
};

/** What earlier trips came to: trips, seats on them, person-days attended of those offered, and seats nobody came for. */
export type PastShare = {
  trips: number;
  seats: number;
  offered: number;
  attended: number;
  noShows: number;
};

/** Adds up seats by what they have in common: a person, or an organisation. */
export function sharesBy(
  seats: readonly PastSeat[],
  keyOf: (seat: PastSeat) => string,
): Map<string, PastShare> {
  const groups = Map.groupBy(seats, keyOf);
  return new Map([...groups].map(([key, theirs]) => [key, shareOf(theirs)]));
}

/** The same of some seats together; of none it is nothing. */
export function shareOf(seats: readonly PastSeat[]): PastShare {
  const sum = (of: (seat: PastSeat) => number) => seats.reduce((all, seat) => all + of(seat), 0);
  return {
    trips: new Set(seats.map(({ tripId }) => tripId)).size,
    seats: seats.length,
    offered: sum(({ offered }) => offered),
    attended: sum(({ attended }) => attended),
    noShows: seats.filter(({ noShow }) => noShow).length,
  };
}
