import type { ComparedPerson } from "#domain/signature/queries.ts";

/** The comparison as it is known, as first values of its form. */
export function asRead(people: readonly ComparedPerson[]): Record<string, string> {
  const values = people.flatMap(({ registrationId: id, signed, explanation }) => [
    [`signed.${id}`, signed === null ? "" : signed ? "yes" : "no"],
    [`decision.${id}`, explanation ? "explain" : ""],
    [`words.${id}`, explanation ?? ""],
  ]);
  return Object.fromEntries(values);
}
