import type { ComparedPerson } from "#domain/signature/queries.ts";
import { differenceOf } from "#domain/signature/rules.ts";
import { comparisonTexts } from "./comparison-texts.ts";

/** The same to be read alone: of a locked day, and for administrators. */
export async function ComparedList({ people }: { people: ComparedPerson[] }) {
  const texts = await comparisonTexts();
  return (
    <ul className="entries">
      {people.map((person) => {
        const { registrationId, givenName, familyName, organisation, state, signed } = person;
        const difference = differenceOf(person);
        const read = signed === null ? "" : ` · ${signed ? texts.signed : texts.unsigned}`;
        return (
          <li key={registrationId}>
            <p className="who">
              {familyName}, {givenName}
            </p>
            <p className="small">
              {organisation} · {person.isWalkIn ? texts.walkIn : texts.states[state]}
              {read}
            </p>
            {difference ? <p className="difference">{texts.differences[difference]}</p> : null}
            {person.explanation ? <p>{person.explanation}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
