// What a telephone understands of the codes on badges, without network.

/** Signs of which a typed code is made: none is taken for another, and no word comes of them. */
const signs = "34679CDFHJKMNPQRTVWXY";

const typed = new RegExp(`^[${signs}]{6}$`);

/** Somebody who is known by a badge. */
export type Badged = { registrationId: string; badge: string; code: string };

/** What a code that was read stands for. */
export type Known<Person> =
  | { kind: "person"; person: Person }
  /** A badge, but of another trip. */
  | { kind: "otherTrip" }
  /** A badge of this trip, of nobody who is on the list: it was another's before, or the list is old. */
  | { kind: "notOnList" }
  /** No badge at all. */
  | { kind: "unknown" };

/** What was read from a picture: an address of ours that ends in a badge. `series` begins the badges of the trip. */
export function knownByPicture<Person extends Badged>(
  text: string,
  people: readonly Person[],
  series: string,
): Known<Person> {
  const badge = /^https?:\/\/[^/]+\/(?:[a-z]{2}\/)?badges\/([\w-]{22})$/.exec(text)?.[1];
  if (!badge) return { kind: "unknown" };
  const person = people.find((one) => one.badge === badge);
  if (person) return { kind: "person", person };
  return badge.startsWith(series) ? { kind: "notOnList" } : { kind: "otherTrip" };
}

/** What was typed; small letters, spaces and dashes do not matter. */
export function knownByCode<Person extends Badged>(
  text: string,
  people: readonly Person[],
): Known<Person> {
  const code = text.toUpperCase().replace(/[\s-]/g, "");
  const person = typed.test(code) ? people.find((one) => one.code === code) : undefined;
  return person ? { kind: "person", person } : { kind: "unknown" };
}

/** A code as it is printed, in two halves: "C3D 4F7". */
export const printedCode = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
