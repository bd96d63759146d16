import type { IsoDate } from "#lib/dates.ts";
import type { LocalizedWords } from "#lib/locales.ts";
import type { Diet } from "./schema.ts";

export type Need = { diet: Diet; allergy: string | null; access: string | null };

/** One person's needs, as whoever enters them sees them. */
export type NeedCase = {
  registrationId: string;
  /** Whose they are. */
  holderId: string | null;
  /** Given and family name. */
  person: string;
  /** Whether they are the reader's own. */
  isOwn: boolean;
  organisation: string;
  organiser: LocalizedWords;
  /** Days after the trip after which they are deleted. */
  keptDays: number;
  tripSlug: string;
  tripTitle: LocalizedWords;
  tripDates: IsoDate[];
  /** Since when a consent runs; null while there is none. */
  consentedAt: Date | null;
  /** Whether saving asks for a consent: where none runs, or one that a coordinator gave for the person. */
  asksConsent: boolean;
  need: Need | null;
};

type Entering = {
  enteredBy: string | null;
  namesFrozenAt: Date;
  /** Who agreed to what is kept now; null where nothing is. */
  consentGivenBy: string | null;
  userId: string | null;
};

/**
 * Whether a coordinator of the municipality enters somebody's needs: those of people whom they entered, until the
 * names are frozen, and never what the person has said.
 */
export function isEnteredByCoordinator(entering: Entering, now: Date): boolean {
  const { enteredBy, namesFrozenAt, consentGivenBy, userId } = entering;
  if (enteredBy === null || enteredBy === userId || now >= namesFrozenAt) return false;
  return consentGivenBy === null || consentGivenBy !== userId;
}

/** Needs of those who go, without anybody's name: what a caterer or a host is told. */
export type NeedCounts = {
  /** Everybody who has a seat. */
  people: number;
  diets: { diet: Exclude<Diet, "none">; people: number }[];
  /** What was written, the most frequent first. */
  allergies: { text: string; people: number }[];
  access: { text: string; people: number }[];
};

/** Counts by diet in the order of the list, and by what was written, whatever its case. */
export function countsOf(people: number, needs: readonly Need[]): NeedCounts {
  const order = ["vegetarian", "vegan", "glutenFree", "lactoseFree", "other"] as const;
  const diets = order
    .map((diet) => ({ diet, people: needs.filter((need) => need.diet === diet).length }))
    .filter((one) => one.people > 0);
  return {
    people,
    diets,
    allergies: texts(needs.map(({ allergy }) => allergy)),
    access: texts(needs.map(({ access }) => access)),
  };
}

function texts(written: readonly (string | null)[]): { text: string; people: number }[] {
  const groups = Map.groupBy(
    written.filter((text) => text !== null),
    (text) => text.toLocaleLowerCase("lv"),
  );
  return [...groups.values()]
    .map((same) => ({ text: same[0] as string, people: same.length }))
    .toSorted((a, b) => b.people - a.people || a.text.localeCompare(b.text, "lv"));
}
