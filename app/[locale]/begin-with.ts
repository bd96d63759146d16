import { type FormState, untouched } from "#components/form-state.ts";
import { personFields } from "#components/person-fields.tsx";
import { type Municipality, municipalityOfAddress } from "#domain/organisation/rules.ts";
import { otherOrganisation } from "#domain/registration/schema.ts";

/** A form that asks who somebody is, before it was sent. A municipality that is no more is chosen anew. */
export function beginWith(
  answers: object | null,
  municipalities: readonly Municipality[],
): FormState {
  const known = answers as Record<string, string> | null;
  const values = Object.fromEntries(personFields.map((name) => [name, known?.[name] ?? ""]));
  const { organisation = "", email = "" } = values;
  const offered =
    organisation === otherOrganisation || municipalities.some(({ id }) => id === organisation);
  if (!offered) values.organisation = municipalityOfAddress(email, municipalities) ?? "";
  return untouched(values);
}
