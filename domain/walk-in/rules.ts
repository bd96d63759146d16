import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { tripRuns } from "#domain/attendance/rules.ts";
import type { IsoDate } from "#lib/dates.ts";

/**
 * Who may write walk-ins down on the page of a day: organisers, also once the trip is completed, since a blank row of the
 * sheet is read only then; crew while the trip runs. Null who may not, and otherwise by when the trip counts as completed.
 */
export function mayWrite(
  actor: Actor,
  trip: { organisationId: string; completedAt: Date | null; dates: readonly IsoDate[] },
  now: Date,
): { completedAt: Date | null } | null {
  const { organisationId, completedAt, dates } = trip;
  if (organisationsOf(actor, "organiser").includes(organisationId)) return { completedAt: null };
  const leads = organisationsOf(actor, "crew").includes(organisationId) && tripRuns(dates, now);
  return leads ? { completedAt } : null;
}

/** As many letters as the texts of a walk-in may have. */
export const mostLetters = { name: 100, institution: 200, reason: 500 };

/** As many walk-ins and removals as are taken at once. */
export const entriesAtOnce = 500;

type Named = { givenName: string; familyName: string };

type Described = Named & { organisationId: string | null; institution: string | null };

/**
 * Who was there, out of everything that is known: each once, by surname, without whoever has a removal. A pure
 * function of two sets, so that the order in which additions and removals arrive changes nothing.
 */
export function stillHere<WalkIn extends Named & { id: string }>(
  walkIns: readonly WalkIn[],
  removed: Iterable<string>,
): WalkIn[] {
  const gone = new Set(removed);
  const once = new Map(walkIns.map((one) => [one.id, one]));
  return [...once.values()].filter(({ id }) => !gone.has(id)).sort(bySurname);
}

const inLatvian = new Intl.Collator("lv");

function bySurname(one: Named & { id: string }, other: Named & { id: string }): number {
  return (
    inLatvian.compare(one.familyName, other.familyName) ||
    inLatvian.compare(one.givenName, other.givenName) ||
    (one.id < other.id ? -1 : 1)
  );
}

/** Whether somebody of that name and place is among these already. */
export const isAmong = (one: Described, others: readonly Described[]): boolean =>
  others.some((other) => keyOf(other) === keyOf(one));

/** Who came along on an earlier day and is not yet written down for this one, each once. */
export function offeredOn<WalkIn extends Described & { id: string; date: IsoDate }>(
  here: readonly WalkIn[],
  date: IsoDate,
): WalkIn[] {
  const today = here.filter((one) => one.date === date);
  const earlier = new Map(
    here.filter((one) => one.date < date && !isAmong(one, today)).map((one) => [keyOf(one), one]),
  );
  return [...earlier.values()];
}

const keyOf = ({ givenName, familyName, organisationId, institution }: Described) =>
  [givenName, familyName, organisationId ?? institution ?? ""].map(plain).join("\n");

const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** The municipality that has this name, or else the words as they are; null twice where nothing was typed. */
export function whence(
  typed: string,
  municipalities: readonly { id: string; name: string }[],
): { organisationId: string | null; institution: string | null } {
  const words = typed.replace(/\s+/g, " ").trim();
  const known = municipalities.find(({ name }) => plain(name) === plain(words));
  return known
    ? { organisationId: known.id, institution: null }
    : { organisationId: null, institution: words || null };
}

export type WalkInProblem =
  | "givenNameMissing"
  | "givenNameTooLong"
  | "familyNameMissing"
  | "familyNameTooLong"
  | "walkInFromMissing"
  | "walkInFromTooLong"
  | "walkInKnown";

/** What has to be mended before somebody can be written down, by field; `today` are the walk-ins of that day. */
export function problemsOf(
  one: Described,
  today: readonly Described[],
): Partial<Record<"givenName" | "familyName" | "institution", WalkInProblem>> {
  const { name, institution } = mostLetters;
  const problems: ReturnType<typeof problemsOf> = {};
  if (!one.givenName.trim()) problems.givenName = "givenNameMissing";
  else if (one.givenName.length > name) problems.givenName = "givenNameTooLong";
  if (!one.familyName.trim()) problems.familyName = "familyNameMissing";
  else if (one.familyName.length > name) problems.familyName = "familyNameTooLong";
  else if (isAmong(one, today)) problems.familyName = "walkInKnown";
  if (!one.organisationId && !one.institution) problems.institution = "walkInFromMissing";
  else if ((one.institution ?? "").length > institution) problems.institution = "walkInFromTooLong";
  return problems;
}

type Entry =
  | ({ kind: "added"; date: IsoDate } & Described)
  | { kind: "removed"; date: IsoDate; walkInId: string };

/** Whether what is known under an id says what the entry that came under it says. */
export function isSameEntry(known: Entry, entry: Entry): boolean {
  if (known.date !== entry.date) return false;
  if (known.kind === "removed" || entry.kind === "removed") {
    return (
      known.kind === "removed" && entry.kind === "removed" && known.walkInId === entry.walkInId
    );
  }
  return keyOf(known) === keyOf(entry);
}
