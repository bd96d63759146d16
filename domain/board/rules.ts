import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { type MarkFacts, stateOf, tripRuns } from "#domain/attendance/rules.ts";
import type { IsoDate } from "#lib/dates.ts";

/** Somebody who should be there; `organisation` is what sent the person. */
export type Expected = {
  registrationId: string;
  name: string;
  organisation: string;
  /** Gave the seat up. On days on which the person was marked all the same, the marks count. */
  withdrawn: boolean;
};

/** One mark, as `stateOf` reads it. */
export type BoardMark = MarkFacts & { registrationId: string; date: IsoDate };

type Counts = { expected: number; present: number; absent: number; unmarked: number };

/** How many of an organisation are there, and by name who is not. */
export type BoardRow = Counts & {
  organisation: string;
  absentNames: string[];
  unmarkedNames: string[];
};

/** A day of a trip: all together, and each organisation in the order in which it was given. */
export type BoardDay = Counts & { date: IsoDate; rows: BoardRow[] };

/** Organisers of the trip's organisation read its board, its crew while the trip runs, and administrators. */
export function mayReadBoard(
  actor: Actor,
  trip: { organisationId: string; dates: readonly IsoDate[] },
  now: Date,
): boolean {
  if (isAdmin(actor)) return true;
  if (organisationsOf(actor, "organiser").includes(trip.organisationId)) return true;
  return organisationsOf(actor, "crew").includes(trip.organisationId) && tripRuns(trip.dates, now);
}

/** Who is there and who is missing, by day and organisation. People come in the order in which they are named. */
export function presence(
  dates: readonly IsoDate[],
  people: readonly Expected[],
  marks: readonly BoardMark[],
): BoardDay[] {
  const byDay = Map.groupBy(marks, ({ date }) => date);
  const byOrganisation = Map.groupBy(people, ({ organisation }) => organisation);
  return dates.map((date) => {
    const made = Map.groupBy(byDay.get(date) ?? [], ({ registrationId }) => registrationId);
    const rows = [...byOrganisation].flatMap(([organisation, theirs]) => {
      const here = theirs.filter((one) => !one.withdrawn || made.has(one.registrationId));
      return here.length ? [rowOf(organisation, here, made)] : [];
    });
    return { date, ...sumOf(rows), rows };
  });
}

function rowOf(
  organisation: string,
  people: readonly Expected[],
  marks: ReadonlyMap<string, readonly BoardMark[]>,
): BoardRow {
  const names = Map.groupBy(people, ({ registrationId }) =>
    stateOf(marks.get(registrationId) ?? []),
  );
  const namesOf = (state: ReturnType<typeof stateOf>) =>
    (names.get(state) ?? []).map(({ name }) => name);
  const absentNames = namesOf("absent");
  // Of whom two phones say different things, nothing is known before somebody decides.
  const unmarkedNames = [...namesOf("unmarked"), ...namesOf("contradicted")];
  return {
    organisation,
    expected: people.length,
    present: namesOf("present").length,
    absent: absentNames.length,
    unmarked: unmarkedNames.length,
    absentNames,
    unmarkedNames,
  };
}

function sumOf(rows: readonly BoardRow[]): Counts {
  const sum = (which: keyof Counts) => rows.reduce((all, row) => all + row[which], 0);
  return {
    expected: sum("expected"),
    present: sum("present"),
    absent: sum("absent"),
    unmarked: sum("unmarked"),
  };
}
