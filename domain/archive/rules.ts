import { createHash, randomUUID } from "node:crypto";
import { evidenceProblems } from "#domain/archive-evidence/rules.ts";
import { isSeated, peopleProblems } from "#domain/archive-people/rules.ts";
import type { RegistrationEntry } from "#domain/archive-people/schema.ts";
import { planProblems } from "#domain/archive-plan/rules.ts";
import { problemIf, repeated, unknown } from "#domain/archive-problem/rules.ts";
import type { Problem, ProblemReason } from "#domain/archive-problem/schema.ts";
import { unknownFields } from "#domain/wording/rules.ts";
import { dateInRiga } from "#lib/dates.ts";
import type { ImportedFile, TripArchive } from "./schema.ts";

/** By which the same form with the same file, sent once more by the same person, is known. */
export function sendingOf(
  userId: string,
  { organisationId, key = randomUUID(), text }: ImportedFile,
): string {
  const by = JSON.stringify([userId, organisationId, key]);
  return createHash("sha256").update(by).update(text).digest("hex");
}

/** Everything that does not fit together in a file of the right shape; empty when it can be imported. */
export function problemsOf(file: TripArchive, now: Date): Problem[] {
  const registrations = file.people?.registrations ?? [];
  return [
    ...tripProblems(file, now),
    ...planProblems(file),
    ...(file.people ? peopleProblems(file.people, file, now) : []),
    ...(file.evidence ? evidenceProblems(file.evidence, file, now) : []),
    ...seatProblems(file, registrations),
    ...boardingProblems(file, registrations),
    ...bedProblems(file, registrations),
  ];
}

function tripProblems({ trip, days, route, wordings, project }: TripArchive, now: Date): Problem[] {
  const moments = ["createdAt", "publishedAt", "cancelledAt", "completedAt"] as const;
  const first = days[0];
  return [
    ...wordings.flatMap(({ paper, texts }, index) =>
      problemIf(
        Object.values(texts).some((text) => unknownFields(text, paper).length > 0),
        ["wordings", index, "texts"],
        "unknownField",
      ),
    ),
    ...moments.flatMap((name) =>
      problemIf(Date.parse(trip[name] ?? "") > now.getTime(), ["trip", name], "inFuture"),
    ),
    ...(project?.logos ?? []).flatMap(({ addedAt }, index) =>
      problemIf(
        Date.parse(addedAt) > now.getTime(),
        ["project", "logos", index, "addedAt"],
        "inFuture",
      ),
    ),
    ...problemIf(
      trip.publishedAt !== null && (days.length === 0 || route.length === 0),
      ["trip", "publishedAt"],
      "publishedEmpty",
    ),
    ...problemIf(
      first !== undefined && dateInRiga(new Date(trip.registrationDeadline)) >= first,
      ["trip", "registrationDeadline"],
      "deadlineAfterFirstDay",
    ),
  ];
}

/** docs/seats.md: never more than there are, guarantees that fit, and a maximum that only a decision passes. */
function seatProblems(
  { seats, organisations }: TripArchive,
  registrations: readonly RegistrationEntry[],
): Problem[] {
  const known = new Set(organisations.map(({ key }) => key));
  const seated = registrations.filter(isSeated);
  const byOrganisation = Map.groupBy(seated, ({ organisation }) => organisation);
  const of = (key: string) => byOrganisation.get(key) ?? [];
  const guaranteed = seats.quotas.reduce((sum, one) => sum + one.guaranteed, 0);
  const kept = seats.releasedAt
    ? 0
    : seats.quotas.reduce(
        (sum, one) => sum + Math.max(0, one.guaranteed - of(one.organisation).length),
        0,
      );
  const { capacity } = seats;
  const together = seated.length + kept;
  const numbers = { capacity, taken: seated.length, together, guaranteed };
  const capacityBelow = (reason: ProblemReason): Problem[] => [
    { path: ["seats", "capacity"], reason, facts: numbers },
  ];
  return [
    ...(seated.length > capacity ? capacityBelow("moreThanSeats") : []),
    ...(guaranteed > capacity ? capacityBelow("guaranteedOverCapacity") : []),
    ...(seated.length <= capacity && together > capacity ? capacityBelow("keptOverCapacity") : []),
    ...repeated(
      seats.quotas.map(({ organisation }) => organisation),
      (index) => ["seats", "quotas", index, "organisation"],
    ),
    ...seats.quotas.flatMap(({ organisation, maximum }, index) => {
      const path = ["seats", "quotas", index];
      const undecided = of(organisation).filter(({ decidedBy }) => decidedBy === null).length;
      return [
        ...unknown(known, organisation, [...path, "organisation"]),
        ...problemIf(maximum !== null && undecided > maximum, [...path, "maximum"], "overMaximum"),
      ];
    }),
  ];
}

function boardingProblems(
  { vehicles }: TripArchive,
  registrations: readonly RegistrationEntry[],
): Problem[] {
  const going = registrations.filter(({ withdrawnAt }) => withdrawnAt === null);
  return [
    ...registrations.flatMap(({ pickup }, index) => {
      const vehicle = vehicles.find(({ name }) => name === pickup?.vehicle);
      const missing = pickup !== null && vehicle?.stops[pickup.stop - 1] === undefined;
      return problemIf(missing, ["people", "registrations", index, "pickup"], "noStop");
    }),
    ...vehicles.flatMap(({ name, seats }, index) => {
      const aboard = going.filter(({ pickup }) => pickup?.vehicle === name).length;
      return problemIf(aboard > seats, ["vehicles", index, "seats"], "vehicleFull");
    }),
  ];
}

function bedProblems(
  { lodgings }: TripArchive,
  registrations: readonly RegistrationEntry[],
): Problem[] {
  const rooms = lodgings.map((one) => new Map(one.rooms.map(({ name, kind }) => [name, kind])));
  const asleep = new Map<string, number>();
  return registrations.flatMap(({ beds }, index) => {
    const path = ["people", "registrations", index, "beds"];
    return [
      ...repeated(
        beds.map(({ lodging }) => lodging),
        (bed) => [...path, bed, "lodging"],
      ),
      ...beds.flatMap(({ lodging, room }, bed) => {
        const kind = rooms[lodging - 1]?.get(room);
        if (!kind) return problemIf(true, [...path, bed, "room"], "noRoom");
        const key = `${lodging} ${room}`;
        const count = (asleep.get(key) ?? 0) + 1;
        asleep.set(key, count);
        return problemIf(count > (kind === "twin" ? 2 : 1), [...path, bed, "room"], "roomFull");
      }),
    ];
  });
}
