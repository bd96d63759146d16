import { answerProblems } from "#domain/archive-answer/rules.ts";
import type { Plan } from "#domain/archive-plan/schema.ts";
import { problemIf, repeated, unknown } from "#domain/archive-problem/rules.ts";
import type { Problem, ProblemReason } from "#domain/archive-problem/schema.ts";
import { walkInEmails, walkInProblems } from "#domain/archive-walk-in/rules.ts";
import type { AnswerEntry, MarkEntry, People, RegistrationEntry } from "./schema.ts";

type Path = Problem["path"];
type Given = Pick<Plan, "days" | "questions" | "vehicles"> & {
  organisations: readonly { key: string }[];
};

/** Who has a seat: confirmed, or held until the municipality signs off. */
export const isSeated = (one: RegistrationEntry) =>
  one.withdrawnAt === null && (one.confirmedAt ?? one.signOffDueAt) !== null;

/** What does not fit together in what the file says of people. */
export function peopleProblems(people: People, given: Given, now: Date): Problem[] {
  const organisations = new Set(given.organisations.map(({ key }) => key));
  const active = people.registrations.filter(({ withdrawnAt }) => withdrawnAt === null);
  const at = (one: RegistrationEntry | undefined) => [
    "people",
    "registrations",
    one ? people.registrations.indexOf(one) : 0,
  ];
  return [
    ...people.delegations.flatMap((one, index) => [
      ...problemIf(one.number !== index + 1, [...sent(index), "number"], "notInOrder"),
      ...unknown(organisations, one.organisation, [...sent(index), "organisation"]),
      ...answerProblems(one.answers, given, "delegation", sent(index)),
    ]),
    ...people.registrations.flatMap((one, index) => {
      const path = ["people", "registrations", index];
      return [
        ...problemIf(one.number !== index + 1, [...path, "number"], "notInOrder"),
        ...unknown(organisations, one.organisation, [...path, "organisation"]),
        ...answerProblems(one.answers, given, "person", path),
        ...delegationProblems(one, people, path),
        ...stateProblems(one, now, path),
      ];
    }),
    ...repeated(
      active.map(({ email }) => email.toLowerCase() || null),
      (index) => [...at(active[index]), "email"],
    ),
    ...repeated(
      active.map(({ isHead, delegation }) => (isHead ? delegation : null)),
      (index) => [...at(active[index]), "isHead"],
    ),
    ...markProblems(people, given),
    ...walkInProblems(people.walkIns ?? [], given),
  ];
}

const sent = (index: number): Path => ["people", "delegations", index];

function delegationProblems(one: RegistrationEntry, people: People, path: Path): Problem[] {
  const own = one.delegation === null ? undefined : people.delegations[one.delegation - 1];
  return [
    ...unknown(new Set(own ? [own.number] : []), one.delegation, [...path, "delegation"]),
    ...problemIf(
      own !== undefined && own.organisation !== one.organisation,
      [...path, "organisation"],
      "otherDelegation",
    ),
  ];
}

/** The same that the database holds of a registration, told before it has to refuse. */
function stateProblems(one: RegistrationEntry, now: Date, path: Path): Problem[] {
  const named = one.email !== "";
  const nameless = one.givenName === "" && one.familyName === "" && one.phone === "";
  const late = (moment: string | null) => moment !== null && Date.parse(moment) > now.getTime();
  const pending = one.signOffDueAt !== null;
  const wrong: [string, ProblemReason, boolean][] = [
    ["givenName", "nameMissing", named && one.givenName === ""],
    ["email", "unnamedWrong", !named && !(nameless && one.delegation !== null)],
    ["isHead", "headAlone", one.isHead && one.delegation === null],
    ["createdAt", "inFuture", late(one.createdAt)],
    ["confirmedAt", "inFuture", late(one.confirmedAt)],
    ["withdrawnAt", "inFuture", late(one.withdrawnAt)],
    [
      "waitingReason",
      "stateUnexplained",
      one.confirmedAt === null && !pending && one.waitingReason === null,
    ],
    [
      "signOffDueAt",
      "stateTwice",
      pending && (one.confirmedAt ?? one.signOffLapsedAt ?? one.signedOffAt) !== null,
    ],
    ["signedOffBy", "reasonAndMoment", (one.signedOffAt === null) !== (one.signedOffBy === null)],
    [
      "decisionReason",
      "reasonAndMoment",
      (one.decidedBy === null) !== (one.decisionReason === null),
    ],
    [
      "replacementAskedUntil",
      "stateTwice",
      one.replacementAskedUntil !== null && (one.confirmedAt === null || one.withdrawnAt !== null),
    ],
  ];
  return wrong.flatMap(([field, reason, holds]) => problemIf(holds, [...path, field], reason));
}

function markProblems({ attendance, registrations }: People, { days, vehicles }: Given): Problem[] {
  const stopsOf = (name: string) => vehicles.find((one) => one.name === name)?.stops.length ?? 0;
  const at = (index: number, field: string) => ["people", "attendance", index, field];
  const [dates, numbers] = [new Set(days), new Set(registrations.map(({ number }) => number))];
  return [
    ...repeated(
      attendance.map(({ id }) => id.toLowerCase()),
      (index) => at(index, "id"),
    ),
    ...attendance.flatMap((mark, index) => [
      ...unknown(dates, mark.date, at(index, "date")),
      ...unknown(numbers, mark.registration, at(index, "registration")),
      ...problemIf(
        mark.stop !== undefined && stopsOf(mark.stop.vehicle) < mark.stop.stop,
        at(index, "stop"),
        "noStop",
      ),
      ...problemIf(
        [mark.item, mark.stop, mark.goneStop].filter((place) => place !== undefined).length > 1,
        at(index, "item"),
        "stateTwice",
      ),
      ...(mark.overrules ?? []).flatMap((place) =>
        place > attendance.length ? unknown(new Set(), place, at(index, "overrules")) : [],
      ),
    ]),
  ];
}

/**
 * By mark, the places of those that it takes the place of: as the file says, or the one before it of the same person
 * and day, as in files from before marks named each other.
 */
export function overruledIn(marks: readonly MarkEntry[]): number[][] {
  const last = new Map<string, number>();
  return marks.map(({ registration, date, overrules }, index) => {
    const key = `${registration} ${date}`;
    const before = last.get(key);
    last.set(key, index + 1);
    return overrules ?? (before ? [before] : []);
  });
}

/** Which marks are really of the person alone: made by who has or had the place, and once a day. Others count as a leader's. */
export function checkedIn({ attendance, registrations }: People): boolean[] {
  const before = new Set<string>();
  return attendance.map((mark) => {
    const of = registrations[mark.registration - 1];
    const holders = [of?.email, ...(of?.replacements ?? []).map(({ formerEmail }) => formerEmail)];
    const isOwn = holders.some((email) => email?.toLowerCase() === mark.recordedBy.toLowerCase());
    const plain = mark.present && !mark.revoked && mark.overrules?.length === 0;
    const key = `${mark.registration} ${mark.date} ${mark.recordedBy.toLowerCase()}`;
    if (!(mark.byAttendee && isOwn && plain && mark.deviceNumber === undefined)) return false;
    return before.size < before.add(key).size;
  });
}

/** Marks for a file: they name each other, and whom they are of, by number; what is not so is not said. */
export function numbered<Facts>(
  marks: readonly (Facts & {
    id: string;
    registrationId: string;
    overrules: string[];
    deviceNumber: number | null;
    reason: string | null;
    revoked: boolean;
    agendaItemId: string | null;
    pickupId: string | null;
    byAttendee: boolean;
  })[],
  numbers: ReadonlyMap<string, number>,
  stops: ReadonlyMap<string, Stop>,
) {
  const places = new Map(marks.map(({ id }, index) => [id, index + 1]));
  return marks.map(
    ({
      registrationId,
      overrules,
      deviceNumber,
      reason,
      revoked,
      byAttendee,
      agendaItemId,
      pickupId,
      ...facts
    }) => ({
      ...facts,
      registration: numbers.get(registrationId) ?? 0,
      overrules: overrules.flatMap((id) => places.get(id) ?? []),
      ...(deviceNumber === null ? {} : { deviceNumber }),
      ...(reason === null ? {} : { reason }),
      ...(revoked ? { revoked } : {}),
      ...(agendaItemId === null ? {} : { item: agendaItemId }),
      ...(pickupId === null ? {} : stopOf(pickupId, stops)),
      ...(byAttendee ? { byAttendee } : {}),
    }),
  );
}

type Stop = { vehicle: string; stop: number };

function stopOf(pickupId: string, stops: ReadonlyMap<string, Stop>) {
  const stop = stops.get(pickupId);
  return stop ? { stop } : { goneStop: pickupId };
}

/** Every address by which a file calls somebody who was or is on the trip. */
export const travellersIn = ({ registrations }: People): string[] =>
  registrations.flatMap(({ email, replacements }) => [
    ...(email === "" ? [] : [email]),
    ...replacements.map(({ formerEmail }) => formerEmail),
  ]);

/** Every address by which a file calls somebody who did something for the people of the trip. */
export function doersIn({ delegations, registrations, attendance, walkIns }: People): string[] {
  const answering = ({ answers }: { answers: readonly AnswerEntry[] }) =>
    answers.map(({ answeredBy }) => answeredBy);
  const found = [
    ...delegations.flatMap((one) => [one.sentBy, ...answering(one)]),
    ...registrations.flatMap((one) => [
      one.enteredBy,
      one.signedOffBy,
      one.decidedBy,
      one.withdrawnBy,
      ...answering(one),
      one.proposal?.proposedBy ?? null,
      ...one.replacements.map(({ replacedBy }) => replacedBy),
    ]),
    ...attendance.map(({ recordedBy }) => recordedBy),
    ...walkInEmails(walkIns ?? []),
  ];
  return found.flatMap((email) => email || []);
}
