import type { AttendanceState } from "#domain/attendance/rules.ts";

/** What is known of a person on a day: the state by the marks, and what was read on the sheet. */
export type Compared = {
  state: AttendanceState;
  /** Null while nobody has looked. */
  signed: boolean | null;
  explanation: string | null;
};

export type Difference = "presentUnsigned" | "absentSigned" | "unmarkedSigned" | "contradicted";

/**
 * Where the sheet says something else than the marks; null where they agree, or where nobody has looked. Somebody
 * without a mark and without a signature was not there, by both.
 */
export function differenceOf({ state, signed }: Compared): Difference | null {
  if (signed === null) return null;
  // Marks that contradict each other agree with nothing.
  if (state === "contradicted") return "contradicted";
  if (signed) {
    if (state === "present") return null;
    return state === "absent" ? "absentSigned" : "unmarkedSigned";
  }
  return state === "present" ? "presentUnsigned" : null;
}

/** How far the comparison is: of how many people, how many are looked up, and how many differences still want words. */
export function comparisonOf(people: readonly Compared[]) {
  const looked = people.filter(({ signed }) => signed !== null);
  const differing = people.filter((one) => differenceOf(one) !== null);
  return {
    people: people.length,
    looked: looked.length,
    differing: differing.length,
    open: differing.filter(({ explanation }) => explanation === null).length,
  };
}

/** What was sent of one person; see `comparison` in schema.ts. */
type Sent = {
  registrationId: string;
  signed: boolean;
  decision: "none" | "explain" | "correct";
  words: string;
};

/** What there is to write of one person. */
export type Decided<Person> = Person & {
  signed: boolean;
  /** The reason of a correcting mark, null where none is made. */
  correction: string | null;
};

/**
 * What to write of all that was sent: nothing of whom nothing changes or who is not of the day. A decision counts only
 * where sheet and marks differ, and needs words.
 */
export function decide<Person extends Compared & { registrationId: string }>(
  known: readonly Person[],
  sent: readonly Sent[],
):
  | { ok: true; changes: Decided<Person>[] }
  | { ok: false; problems: Record<string, "wordsMissing" | "wordsTooLong"> } {
  const problems: Record<string, "wordsMissing" | "wordsTooLong"> = {};
  const changes: Decided<Person>[] = [];
  const byId = new Map(sent.map((one) => [one.registrationId, one]));
  for (const person of known) {
    const one = byId.get(person.registrationId);
    if (!one) continue;
    const differs = differenceOf({ ...person, signed: one.signed }) !== null;
    const decision = differs ? one.decision : "none";
    if (decision !== "none") {
      if (!one.words) problems[`words.${person.registrationId}`] = "wordsMissing";
      if (one.words.length > 500) problems[`words.${person.registrationId}`] = "wordsTooLong";
    }
    const explanation = decision === "explain" ? one.words : null;
    const correction = decision === "correct" ? one.words : null;
    const same = one.signed === person.signed && explanation === person.explanation;
    if (same && correction === null) continue;
    changes.push({ ...person, signed: one.signed, explanation, correction });
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, changes };
}
