import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { place } from "#db/schema/organisation.ts";
import { pickup } from "#db/schema/travel.ts";
import { tripDay } from "#db/schema/trip.ts";
import { dateInRiga, type IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";
import { isSamePart, isWholeDay, partOn } from "./rules.ts";
import { type DayPart, type PartReference, wholeDay } from "./schema.ts";

/** As a part of a query about marks: those of this part of a day. */
export const inPart = ({ agendaItemId, pickupId }: PartReference) =>
  sql`(${attendance.agendaItemId} is not distinct from ${agendaItemId}
    and ${attendance.pickupId} is not distinct from ${pickupId})`;

/**
 * Tells of a part whether it is one of the trip: an item that somebody on the way may have before them, so that of the
 * draft or of any published version, or a pick-up. Whoever asks has found the trip to be theirs.
 */
export async function partsKnown(
  tx: Tx,
  tripId: string,
): Promise<(part: PartReference) => boolean> {
  const items = new Set((await itemsOf(tx, tripId)).map(({ id }) => id));
  const stops = new Set(
    (await tx.select({ id: pickup.id }).from(pickup).where(eq(pickup.tripId, tripId))).map(
      ({ id }) => id,
    ),
  );
  return ({ agendaItemId, pickupId }) => {
    if (agendaItemId && pickupId) return false;
    return (!agendaItemId || items.has(agendaItemId)) && (!pickupId || stops.has(pickupId));
  };
}

/** The same of one part. */
export async function isPartOfTrip(tx: Tx, tripId: string, part: PartReference): Promise<boolean> {
  return isWholeDay(part) || (await partsKnown(tx, tripId))(part);
}

/**
 * Parts of the days of a trip in which people can be marked, by their time: items of the newest published version and
 * pick-ups, and whatever else carries marks. Whoever asks has found the trip to be theirs.
 */
export async function partsOfTrip(tx: Tx, tripId: string): Promise<DayPart[]> {
  const items = await itemsOf(tx, tripId);
  const newest = items.flatMap(({ id, date, startsAt, name, isNewest }): DayPart[] =>
    isNewest ? [{ ...wholeDay, agendaItemId: id, date, startsAt, name, hasMarks: false }] : [],
  );
  const marked = await markedParts(tx, tripId);
  const offered = [...(await pickupsOf(tx, tripId)), ...newest].map((part) => ({
    ...part,
    hasMarks: marked.some((one) => one.date === part.date && isSamePart(one, part)),
  }));
  const others = marked.filter((one) => partOn(offered, one.date, one) === null);
  const all = [...offered, ...others.map((one) => named(one, items, offered))];
  return all.sort((one, other) => (timeOf(one) < timeOf(other) ? -1 : 1));
}

const timeOf = ({ startsAt }: DayPart) => startsAt ?? "9999";

async function pickupsOf(tx: Tx, tripId: string): Promise<DayPart[]> {
  const rows = await tx
    .select({
      id: pickup.id,
      spot: sql<string>`coalesce(${place.name} || ', ', '') || ${pickup.spot}`,
      departsAt: pickup.departsAt,
    })
    .from(pickup)
    .leftJoin(place, eq(place.id, pickup.placeId))
    .where(eq(pickup.tripId, tripId));
  return rows.map(({ id, spot, departsAt }) => ({
    ...wholeDay,
    pickupId: id,
    date: dateInRiga(departsAt),
    startsAt: departsAt.toISOString(),
    name: { lv: spot },
    hasMarks: false,
  }));
}

function markedParts(tx: Tx, tripId: string) {
  return tx
    .selectDistinct({
      date: tripDay.date,
      agendaItemId: attendance.agendaItemId,
      pickupId: attendance.pickupId,
    })
    .from(attendance)
    .innerJoin(tripDay, eq(tripDay.id, attendance.tripDayId))
    .where(
      and(
        eq(tripDay.tripId, tripId),
        or(isNotNull(attendance.agendaItemId), isNotNull(attendance.pickupId)),
      ),
    );
}

/** What carries marks on another day than its own, or is gone, with the name that it had last. */
function named(
  { date, agendaItemId, pickupId }: Awaited<ReturnType<typeof markedParts>>[number],
  items: readonly Item[],
  offered: readonly DayPart[],
): DayPart {
  const here = offered.find((one) => isSamePart(one, { agendaItemId, pickupId }));
  const { name, startsAt } = here ??
    items.find(({ id }) => id === agendaItemId) ?? { name: null, startsAt: null };
  return { date, agendaItemId, pickupId, startsAt, name, hasMarks: true };
}

type Item = {
  id: string;
  date: IsoDate;
  name: LocalizedWords;
  startsAt: string;
  /** Of the newest published version. */
  isNewest: boolean;
};

/** Every item that the trip has or had: of all published versions, the newest first, and then those of the draft. */
async function itemsOf(tx: Tx, tripId: string): Promise<Item[]> {
  const { rows } = await tx.execute<Item>(sql`
    select item ->> 'id' as id, day ->> 'date' as date, item -> 'title' as name, item ->> 'startsAt' as "startsAt",
      number = max(number) over () as "isNewest", number
    from itinerary_version
    left join lateral jsonb_path_query(facts, '$.days[*]') as day on true
    left join lateral jsonb_path_query(day, '$.items[*]') as item on true
    where trip_id = ${tripId}
    union all
    select agenda_item.id::text, trip_day.date::text, to_jsonb(title),
      to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), false, -1
    from agenda_item join trip_day on trip_day.id = trip_day_id where trip_id = ${tripId}
    order by number desc`);
  return rows.filter(({ id }) => id !== null);
}
