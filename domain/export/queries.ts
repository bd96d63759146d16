import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { type Reading, readInBatches } from "#db/cursor.ts";
import { trip } from "#db/schema/trip.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { AnswerValue } from "#domain/answer/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { tripNeeds } from "#domain/need/queries.ts";
import { placed } from "#domain/participant/queries.ts";
import { questionsOf } from "#domain/question/queries.ts";
import { type StateDates, stateOf } from "#domain/registration/rules.ts";
import { datesOfTrip } from "#domain/trip-day/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { Cell, Column, Exported, ExportFormat, ExportKind } from "./schema.ts";
import { columnsOf } from "./schema.ts";

// Tables of a trip for its organiser, each recorded before its first row leaves.

/**
 * Everybody who ever asked for a place, by family name. What the organiser asked is a column each, for the
 * organiser alone; administrators read the rest; null to everybody else.
 */
export async function registrationExport(
  actor: Actor,
  slug: string,
  format: ExportFormat,
): Promise<Exported | null> {
  const of = await tripToExport(actor, slug, { administrators: true });
  if (!of) return null;
  const organises = organisationsOf(actor, "organiser").includes(of.organisationId);
  const questions = organises ? await questionsOf(database(), of.tripId) : [];
  const asked = questions.map((question): Column => {
    const type = question.kind === "number" ? "number" : "text";
    return { heading: { question }, type, width: 26 };
  });
  const reading = {
    count: sql`select count(*) from registration where trip_id = ${of.tripId}`,
    rows: registrations(of.tripId, questions.length > 0),
  };
  const rows = readRows(
    actor,
    of,
    { kind: "registrations", format },
    reading,
    (row: Registration) => [
      row.family_name || null,
      row.given_name || null,
      row.organisation,
      row.institution || null,
      row.position || null,
      row.email || null,
      row.phone || null,
      { word: `organise.registrations.states.${stateOf(row)}` as const },
      row.place,
      row.createdAt,
      row.confirmedAt,
      row.withdrawnAt,
      row.pickup,
      row.is_head || null,
      row.no_photos || null,
      ...questions.map(({ id }) => row.answers?.[id] ?? null),
    ],
  );
  return { kind: "registrations", slug, columns: [...columnsOf("registrations"), ...asked], rows };
}

type Registration = StateDates & {
  family_name: string;
  given_name: string;
  organisation: string;
  institution: string | null;
  position: string;
  email: string;
  phone: string;
  place: number | null;
  createdAt: Date;
  pickup: string | null;
  is_head: boolean;
  no_photos: boolean;
  answers: Record<string, AnswerValue> | null;
};

const registrations = (tripId: string, withAnswers: boolean) => sql`
  with ${senders(tripId)}, ${placed(tripId)}
  select r.family_name, r.given_name, sender.name as organisation, r.institution, r.position, r.email, r.phone,
    placed.place, r.created_at as "createdAt", r.confirmed_at as "confirmedAt", r.withdrawn_at as "withdrawnAt",
    r.sign_off_due_at as "signOffDueAt", coalesce(place.name || ', ', '') || pickup.spot as pickup, r.is_head, r.no_photos,
    ${withAnswers ? answers : sql`null`} as answers
  from registration r join sender on sender.id = r.organisation_id
  left join placed on placed.id = r.id
  left join pickup on pickup.id = r.pickup_id left join place on place.id = pickup.place_id
  where r.trip_id = ${tripId} order by ${byName}, r.line`;

/** The person's own and those of the delegation, by question; of a file its name. As on the page, not of the withdrawn. */
const answers = sql`(
  select jsonb_object_agg(a.question_id, coalesce(a.value, to_jsonb(f.name)))
  from answer a left join stored_file f on f.id = a.file_id
  where r.withdrawn_at is null and (a.registration_id = r.id or a.delegation_id = r.delegation_id))`;

/** How many need what, without a name: to the organiser alone, null to everybody else. */
export async function needExport(
  actor: Actor,
  slug: string,
  format: ExportFormat,
  now: Date,
): Promise<Exported | null> {
  const of = await tripToExport(actor, slug, { administrators: false });
  const needs = of && (await tripNeeds(actor, slug, now));
  if (!needs) return null;
  const { people, diets, allergies, access } = needs.counts;
  const usual = people - diets.reduce((sum, one) => sum + one.people, 0);
  const rows: Cell[][] = [
    [{ word: "export.need.people" }, null, people],
    [{ word: "export.need.diet" }, { word: "need.diet.none" }, usual],
    ...diets.map((one): Cell[] => [
      { word: "export.need.diet" },
      { word: `need.diet.${one.diet}` },
      one.people,
    ]),
    ...allergies.map((one): Cell[] => [{ word: "export.need.allergies" }, one.text, one.people]),
    ...access.map((one): Cell[] => [{ word: "export.need.access" }, one.text, one.people]),
  ];
  await recordExport(actor, of, { kind: "needs", format }, rows.length);
  return { kind: "needs", slug, columns: columnsOf("needs"), rows: oneByOne(rows) };
}

/** Places that nobody is named for go last. */
export const byName = sql`r.family_name = '', r.family_name collate "lv-x-icu", r.given_name collate "lv-x-icu"`;

/** Who sends people to a trip, by the name of its first day, once each and not once a row. */
export const senders = (tripId: string) => sql`sender as materialized (
    select id, organisation_name_on(id, (select min(date) from trip_day where trip_id = ${tripId})) as name
    from organisation where id in (select organisation_id from registration where trip_id = ${tripId}
      union select organisation_id from quota where trip_id = ${tripId})
  )`;

/** A trip that is exported, for its organiser and, where `administrators` may read that too, for them; null to everybody else. */
export async function tripToExport(
  actor: Actor,
  slug: string,
  { administrators }: { administrators: boolean },
): Promise<ExportedTrip | null> {
  const own = inArray(trip.organisationId, organisationsOf(actor, "organiser"));
  const [found] = await database()
    .select({ tripId: trip.id, organisationId: trip.organisationId, dates: datesOfTrip })
    .from(trip)
    .where(and(eq(trip.slug, slug), administrators && isAdmin(actor) ? undefined : own));
  return found ?? null;
}

export type ExportedTrip = { tripId: string; organisationId: string; dates: IsoDate[] };

type File = { kind: ExportKind; format: ExportFormat };

/** Rows of a query as cells, read in batches; what is read is recorded before the first of them leaves. */
export async function* readRows<Row>(
  actor: Actor,
  of: ExportedTrip,
  file: File,
  reading: Reading,
  cells: (row: Row) => Cell[],
): AsyncGenerator<Cell[]> {
  const batches = readInBatches<Row>(reading, (rows) => recordExport(actor, of, file, rows));
  for await (const batch of batches) for (const row of batch) yield cells(row);
}

/** Rows that are there already, as those that are still to be read. */
export async function* oneByOne(rows: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows;
}

const nouns = {
  registrations: "registration",
  attendance: "attendance",
  needs: "need",
  statistics: "statistics",
} as const;

/** Must have ended before a row leaves. */
export const recordExport = (
  actor: Actor,
  of: ExportedTrip,
  { kind, format }: File,
  rows: number,
) =>
  recordAudit(database(), actor, {
    action: `${nouns[kind]}.export`,
    subjectId: of.tripId,
    tripId: of.tripId,
    organisationId: of.organisationId,
    details: { file: `${kind}.${format}`, rows },
  });
