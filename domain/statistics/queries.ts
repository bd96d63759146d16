import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { marks, oneByOne, recordExport, senders, tripToExport } from "#domain/export/queries.ts";
import { type Column, columnsOf, type Exported, type ExportFormat } from "#domain/export/schema.ts";
import { withTotals } from "./rules.ts";

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
  const sums = found.map(({ present, ...row }) => [...Object.values(row), ...present]);
  // A sum of maxima would say nothing where one of them is open.
  const rows = withTotals(sums, [columns.length - 1]);
  await recordExport(actor, of, { kind: "statistics", format }, rows.length);
  const days = of.dates.map(
    (presentOn): Column => ({ heading: { presentOn }, type: "number", width: 18 }),
  );
  return { kind: "statistics", slug, columns: [...columns, ...days], rows: oneByOne(rows) };
}

type Sums = {
  name: string;
  registered: number;
  confirmed: number;
  awaiting: number;
  waiting: number;
  withdrawn: number;
  guaranteed: number;
  maximum: number | null;
  /** By day, in order. */
  present: number[];
};

/** In the order of the columns. */
const statistics = (tripId: string) => sql`
  with ${senders(tripId)}, ${marks(tripId)}, counted as (
    select organisation_id, count(*)::integer as registered,
      count(*) filter (where withdrawn_at is null and confirmed_at is not null)::integer as confirmed,
      count(*) filter (where withdrawn_at is null and sign_off_due_at is not null)::integer as awaiting,
      count(*) filter (where withdrawn_at is null and confirmed_at is null and sign_off_due_at is null)::integer
        as waiting,
      count(withdrawn_at)::integer as withdrawn
    from registration where trip_id = ${tripId} group by 1
  ), present as (
    select r.organisation_id, mark.trip_day_id, count(*)::integer as people
    from mark join registration r on r.id = mark.registration_id where mark.state = 'present' group by 1, 2
  )
  select sender.name, coalesce(registered, 0) as registered, coalesce(confirmed, 0) as confirmed,
    coalesce(awaiting, 0) as awaiting, coalesce(counted.waiting, 0) as waiting, coalesce(withdrawn, 0) as withdrawn,
    coalesce(q.guaranteed, 0) as guaranteed, q.maximum,
    array(select coalesce(people, 0) from trip_day d
      left join present on present.trip_day_id = d.id and present.organisation_id = sender.id
      where d.trip_id = ${tripId} order by d.date) as present
  from sender left join counted on counted.organisation_id = sender.id
  left join quota q on q.trip_id = ${tripId} and q.organisation_id = sender.id
  where registered > 0 or q.guaranteed > 0 or q.maximum is not null
  order by sender.name collate "lv-x-icu", sender.id`;
