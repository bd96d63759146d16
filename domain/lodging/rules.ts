import { addDays, type IsoDate } from "#lib/dates.ts";
import type { RoomKind } from "./schema.ts";

/** People who can sleep in a room. */
export const bedsOf = (kind: RoomKind) => (kind === "single" ? 1 : 2);

/** What is wrong with the nights of a lodging, by field: they lie between the trip's first and last day. */
export function nightProblems(
  { firstNight, lastNight }: { firstNight: IsoDate; lastNight: IsoDate },
  dates: readonly IsoDate[],
): Record<string, string> {
  const sorted = [...dates].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (lastNight < firstNight) return { lastNight: "nightsOutOfOrder" };
  if (!first || !last) return { firstNight: "nightOutsideTrip" };
  // People may come the evening before, and stay the night after.
  if (firstNight < addDays(first, -1)) return { firstNight: "nightOutsideTrip" };
  return lastNight > last ? { lastNight: "nightOutsideTrip" } : {};
}

export type Sleeper = {
  registrationId: string;
  givenName: string;
  familyName: string;
  wish: { kind: RoomKind; mate: string | null } | null;
};

export type FreeRoom = { roomId: string; kind: RoomKind };

/** Without diacritics, case and more than one blank. */
const plain = (name: string) =>
  name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/** Whether somebody is meant by a name as another person wrote it, in either order of its parts. */
export function isNamed(mate: string | null, { givenName, familyName }: Sleeper): boolean {
  if (!mate) return false;
  const written = plain(mate);
  return [`${givenName} ${familyName}`, `${familyName} ${givenName}`].some(
    (name) => plain(name) === written,
  );
}

/**
 * Beds in empty rooms for those whose wishes leave no doubt: two who named each other share a twin, whoever
 * wished a single gets one. Nobody else is put together: that a person decides.
 */
export function bedsByWish(
  people: readonly Sleeper[],
  rooms: readonly FreeRoom[],
): { roomId: string; registrationId: string }[] {
  const twins = rooms.filter(({ kind }) => kind === "twin");
  const singles = rooms.filter(({ kind }) => kind === "single");
  const placed = new Set<string>();
  const beds: { roomId: string; registrationId: string }[] = [];
  const put = (room: FreeRoom, ...sleepers: Sleeper[]) => {
    for (const { registrationId } of sleepers) {
      placed.add(registrationId);
      beds.push({ roomId: room.roomId, registrationId });
    }
  };
  for (const one of people) {
    const other = people.find((mate) => mate !== one && areMates(one, mate));
    if (!other || placed.has(one.registrationId) || placed.has(other.registrationId)) continue;
    const room = twins.shift();
    if (room) put(room, one, other);
  }
  for (const one of people) {
    if (one.wish?.kind !== "single" || placed.has(one.registrationId)) continue;
    const room = singles.shift();
    if (room) put(room, one);
  }
  return beds;
}

/** Both wished a twin, and each named the other. */
export const areMates = (one: Sleeper, other: Sleeper) =>
  one.wish?.kind === "twin" &&
  other.wish?.kind === "twin" &&
  isNamed(one.wish.mate, other) &&
  isNamed(other.wish.mate, one);
