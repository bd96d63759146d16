import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { AttendanceState } from "#domain/attendance/rules.ts";
import { partsOfTrip } from "#domain/day-part/queries.ts";
import type { DayPart } from "#domain/day-part/schema.ts";
import { byName, readRows, senders, tripToExport } from "#domain/export/queries.ts";
import { type Cell, columnsOf, type Exported, type ExportFormat } from "#domain/export/schema.ts";
import { ofHolder } from "#domain/presence/queries.ts";
import { walkInsAsRows } from "#domain/walk-in/queries.ts";
import type { IsoDate } from "#lib/dates.ts";

/**
 * Everybody who could be there, day by day, then by the pick-ups and items of the day for which somebody was marked, and
 * by family name; null to all but the organiser and administrators.
 */
export async function attendanceExport(
  actor: Actor,
  slug: string,
  format: ExportFormat,
): Promise<Exported | null> {
  const of = await tripToExport(actor, slug, { administrators: true });
  if (!of) return null;
  const parts = (await partsOfTrip(database(), of.tripId)).filter(({ hasMarks }) => hasMarks);
  const known = sql`with ${senders(of.tripId)}, ${marks(of.tripId)}, ${partsToFill(of.tripId, parts)}`;
  const everybody = sql`${known}, r as (
    select part.date, part.number, r.family_name, r.given_name, sender.name as organisation, r.institution, r.line,
      coalesce(mark.state, 'unmarked') as state, mark.first, mark.last, mark.recorded_by, mark.checked_in
    from part join registration r on r.trip_id = ${of.tripId}
    left join mark on mark.registration_id = r.id and mark.trip_day_id = part.trip_day_id
      and mark.agenda_item_id is not distinct from part.agenda_item_id
      and mark.pickup_id is not distinct from part.pickup_id
    join sender on sender.id = r.organisation_id
    where r.user_id is not null and r.confirmed_at is not null and (mark.state is not null
      or (r.withdrawn_at is null and (part.pickup_id is null or r.pickup_id = part.pickup_id)))
    union all ${walkInsAsRows(of.tripId)})`;
  const reading = {
    count: sql`${everybody} select count(*) from r`,
    rows: sql`${everybody}
      select r.date::text, r.number, r.family_name, r.given_name, r.organisation, r.institution, r.state, r.first, r.last,
        (select coalesce(nullif(concat_ws(' ', given_name, family_name), ''), name, email)
          from "user" where id = r.recorded_by) as recorder,
        r.checked_in
      from r order by r.date, r.number nulls first, ${byName}, r.line`,
  };
  const rows = readRows(actor, of, { kind: "attendance", format }, reading, (row: Attendance) => [
    row.date,
    ...cellsOf(row.number === null ? null : (parts[row.number] ?? null)),
    row.family_name || null,
    row.given_name || null,
    row.organisation,
    row.institution || null,
    { word: `attendance.${row.state}` },
    row.first,
    row.last,
    row.recorder,
    row.checked_in,
  ]);
  return { kind: "attendance", slug, columns: columnsOf("attendance"), rows };
}

type Attendance = {
  date: IsoDate;
  /** Of the part of the day, from 0; null where it is the day as a whole. */
  number: number | null;
  family_name: string;
  given_name: string;
  organisation: string | null;
  institution: string | null;
  state: AttendanceState | "walkIn";
  first: Date | null;
  last: Date | null;
  recorder: string | null;
  /** Whether the person has checked in; null where nothing is marked. */
  checked_in: boolean | null;
};

/** What was marked, when it begins, and its title or spot. */
function cellsOf(part: DayPart | null): Cell[] {
  if (part === null) return [{ word: "export.part.day" }, null, null];
  const { pickupId, startsAt, name } = part;
  const word = pickupId ? "export.part.pickup" : "export.part.item";
  return [{ word }, startsAt ? new Date(startsAt) : null, name ? { localized: name } : null];
}

/** Every day of a trip as a whole, and these parts of them. */
const partsToFill = (tripId: string, parts: readonly DayPart[]) => sql`part as (
    select d.id as trip_day_id, d.date, null::integer as number, null::uuid as agenda_item_id, null::uuid as pickup_id
      from trip_day d where d.trip_id = ${tripId}
    union all select d.id, d.date, given.number, given.agenda_item_id, given.pickup_id
      from jsonb_to_recordset(${JSON.stringify(numbered(parts))}::jsonb)
        as given (number integer, date date, agenda_item_id uuid, pickup_id uuid)
      join trip_day d on d.trip_id = ${tripId} and d.date = given.date
  )`;

const numbered = (parts: readonly DayPart[]) =>
  parts.map(({ date, agendaItemId, pickupId }, number) => {
    const ids = { agenda_item_id: agendaItemId, pickup_id: pickupId };
    return { number, date, ...ids };
  });

/** What the marks of a person on a day, or in a part of it, come to: the database derives the state, the devices say when. */
const marks = (tripId: string) => sql`mark as (
    select registration_id, trip_day_id, agenda_item_id, pickup_id,
      attendance_state(registration_id, trip_day_id, agenda_item_id, pickup_id) as state,
      (array_agg(recorded_by order by sequence desc))[1] as recorded_by,
      bool_or(by_attendee) as checked_in,
      (array_agg(device_at order by sequence))[1] as first,
      (array_agg(device_at order by sequence desc))[1] as last
    from attendance join trip_day marked on marked.id = trip_day_id
    where marked.trip_id = ${tripId} and ${ofHolder} group by 1, 2, 3, 4
  )`;
