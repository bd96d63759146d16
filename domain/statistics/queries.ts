import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { oneByOne, recordExport, senders, tripToExport } from "#domain/export/queries.ts";
import {
  type Cell,
  type Column,
  columnsOf,
  type Exported,
  type ExportFormat,
} from "#domain/export/schema.ts";
import { newestFacts } from "#domain/itinerary/queries.ts";
import { walkInCounts } from "#domain/walk-in/queries.ts";
import { type SameDays, sumOfPresence, withTotals } from "./rules.ts";

/** Numbers by municipality and their sums, to the organiser and administrators; null to everybody else. */
export async function statisticsExport(
  actor: Actor,
  slug: string,
  format: ExportFormat,
): Promise<Exported | null> {
  const of = await tripToExport(actor, slug, { administrators: true });
  if (!of) return null;
  const columns = columnsOf("statistics");
  const { rows: found } = await database().execute<Sums>(statistics(of.tripId));
  const facts = await newestFacts(actor, of.tripId);
  const sums = found.map(({ present, attended, ...row }): Cell[] => {
    const { personDays, hours } = sumOfPresence(facts, attended);
    return [...Object.values(row), personDays, hours, ...present];
  });
  const walkIns = await walkInCounts(database(), of.tripId);
  if (walkIns.size > 0) {
    const came = of.dates.map((date) => walkIns.get(date) ?? 0);
    sums.push([{ word: "export.walkIns" }, ...columns.slice(1).map(() => null), ...came]);
  }
  const rows = withTotals(
    sums,
    columns.map(hasNoSum).flatMap((no, at) => (no ? [at] : [])),
  );
  await recordExport(actor, of, { kind: "statistics", format }, rows.length);
  const days = of.dates.map(
    (presentOn): Column => ({ heading: { presentOn }, type: "number", width: 18 }),
  );
  return { kind: "statistics", slug, columns: [...columns, ...days], rows: oneByOne(rows) };
}

/** A sum of maxima would say nothing where one of them is open. */
const hasNoSum = ({ heading }: Column) => "name" in heading && heading.name === "maximum";

type Sums = {
  name: string;
  registered: number;
  confirmed: number;
  awaiting: number;
  waiting: number;
  withdrawn: number;
  guaranteed: number;
  maximum: number | null;
  /** How many were present on the same days. */
  attended: SameDays[];
  /** By day, in order. */
  present: number[];
};

/** In the order of the columns. */
const statistics = (tripId: string) => sql`
  with ${senders(tripId)}, counted as (
    select organisation_id, count(*)::integer as registered,
      count(*) filter (where withdrawn_at is null and confirmed_at is not null)::integer as confirmed,
      count(*) filter (where withdrawn_at is null and sign_off_due_at is not null)::integer as awaiting,
      count(*) filter (where withdrawn_at is null and confirmed_at is null and sign_off_due_at is null)::integer
        as waiting,
      count(withdrawn_at)::integer as withdrawn
    from registration where trip_id = ${tripId} group by 1
  ), attended as (
    select r.id, r.organisation_id, d.id as trip_day_id, d.date::text as date
    from (select distinct registration_id, trip_day_id from attendance
      where trip_day_id in (select id from trip_day where trip_id = ${tripId})
        and agenda_item_id is null and pickup_id is null) as marked
    join trip_day d on d.id = marked.trip_day_id join registration r on r.id = marked.registration_id
    where attendance_state(r.id, d.id) = 'present'
  ), present as (
    select organisation_id, trip_day_id, count(*)::integer as people from attended group by 1, 2
  ), same as (
    select organisation_id, days, count(*)::integer as people from (
      select id, organisation_id, array_agg(date order by date) as days from attended group by 1, 2) as person
    group by 1, 2
  )
  select sender.name, coalesce(registered, 0) as registered, coalesce(confirmed, 0) as confirmed,
    coalesce(awaiting, 0) as awaiting, coalesce(counted.waiting, 0) as waiting, coalesce(withdrawn, 0) as withdrawn,
    coalesce(q.guaranteed, 0) as guaranteed, q.maximum,
    (select coalesce(jsonb_agg(jsonb_build_object('days', days, 'people', people)), '[]') from same
      where same.organisation_id = sender.id) as attended,
    array(select coalesce(people, 0) from trip_day d
      left join present on present.trip_day_id = d.id and present.organisation_id = sender.id
      where d.trip_id = ${tripId} order by d.date) as present
  from sender left join counted on counted.organisation_id = sender.id
  left join quota q on q.trip_id = ${tripId} and q.organisation_id = sender.id
  where registered > 0 or q.guaranteed > 0 or q.maximum is not null
  order by sender.name collate "lv-x-icu", sender.id`;
