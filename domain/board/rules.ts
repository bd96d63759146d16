import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { isByAttendee, type MarkFacts, stateOf, tripRuns } from "#domain/attendance/rules.ts";
import { isExpectedIn, partKey } from "#domain/day-part/rules.ts";
import { type DayPart, type PartReference, wholeDay } from "#domain/day-part/schema.ts";
import type { IsoDate } from "#lib/dates.ts";

/** Somebody who should be there; `organisation` is what sent the person. */
export type Expected = {
  registrationId: string;
  name: string;
  organisation: string;
  /** Gave the seat up. On days on which the person was marked all the same, the marks count. */
  withdrawn: boolean;
  /** Where the person gets on; null where nothing was chosen. */
  pickupId: string | null;
};

/** One mark, as `stateOf` reads it. */
export type BoardMark = MarkFacts &
  PartReference & { registrationId: string; date: IsoDate; byAttendee: boolean };

/** `checkedIn`: how many of those present are so by nobody's mark but their own. */
type Counts = {
  expected: number;
  present: number;
  checkedIn: number;
  absent: number;
  unmarked: number;
};

/** How many are there, and by name who is not, or is there by an own mark. */
type Told = Counts & { absentNames: string[]; unmarkedNames: string[]; checkedInNames: string[] };

export type BoardRow = Told & { organisation: string };

/** A pick-up or an item of a day for which somebody was marked. */
export type BoardPart = Told & DayPart;

/** A day of a trip: all together, each organisation in the order in which it was given, and the parts that have marks. */
export type BoardDay = Counts & { date: IsoDate; rows: BoardRow[]; parts: BoardPart[] };

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
  parts: readonly DayPart[],
): BoardDay[] {
  const byDay = Map.groupBy(marks, ({ date }) => date);
  const byOrganisation = Map.groupBy(people, ({ organisation }) => organisation);
  return dates.map((date) => {
    const ofDay = Map.groupBy(byDay.get(date) ?? [], partKey);
    const madeIn = (part: PartReference) =>
      Map.groupBy(ofDay.get(partKey(part)) ?? [], ({ registrationId }) => registrationId);
    const made = madeIn(wholeDay);
    const rows = [...byOrganisation].flatMap(([organisation, theirs]) => {
      const told = toldOf(wholeDay, theirs, made);
      return told.expected > 0 ? [{ organisation, ...told }] : [];
    });
    const marked = parts.filter((part) => part.date === date && ofDay.has(partKey(part)));
    const told = marked.map((part) => ({ ...part, ...toldOf(part, people, madeIn(part)) }));
    return { date, ...sumOf(rows), rows, parts: told };
  });
}

function toldOf(
  part: PartReference,
  all: readonly Expected[],
  marks: ReadonlyMap<string, readonly BoardMark[]>,
): Told {
  const people = all.filter((one) => isExpectedIn(part, one, marks.has(one.registrationId)));
  const names = Map.groupBy(people, ({ registrationId }) =>
    stateOf(marks.get(registrationId) ?? []),
  );
  const namesOf = (state: ReturnType<typeof stateOf>) =>
    (names.get(state) ?? []).map(({ name }) => name);
  const absentNames = namesOf("absent");
  const checkedInNames = (names.get("present") ?? [])
    .filter((one) => isByAttendee(marks.get(one.registrationId) ?? []))
    .map(({ name }) => name);
  // Of whom two phones say different things, nothing is known before somebody decides.
  const unmarkedNames = [...namesOf("unmarked"), ...namesOf("contradicted")];
  return {
    expected: people.length,
    present: namesOf("present").length,
    checkedIn: checkedInNames.length,
    absent: absentNames.length,
    unmarked: unmarkedNames.length,
    absentNames,
    unmarkedNames,
    checkedInNames,
  };
}

function sumOf(rows: readonly BoardRow[]): Counts {
  const sum = (which: keyof Counts) => rows.reduce((all, row) => all + row[which], 0);
  return {
    expected: sum("expected"),
    present: sum("present"),
    checkedIn: sum("checkedIn"),
    absent: sum("absent"),
    unmarked: sum("unmarked"),
  };
}
