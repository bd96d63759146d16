import type { AttendanceState } from "#domain/attendance/rules.ts";
import type { RollCallMark, RollCallPerson } from "#domain/roll-call/schema.ts";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

/** Somebody on the list, with what is known in the place that is called. */
export type Called = RollCallPerson & { state: AttendanceState; marks: RollCallMark[] };

type PersonProps = {
  person: Called;
  taken: boolean;
  onMark: (registrationIds: readonly string[], present: boolean) => void;
  texts: RollCallTexts;
};

/** One person: a tap for each answer, a number to call, and both marks where they contradict each other. */
export function Person({ person, taken, onMark, texts }: PersonProps) {
  const { registrationId, givenName, familyName, organisation, phone, access, state } = person;
  const name = `${givenName} ${familyName}`;
  return (
    <li id={registrationId} className={`mark-${state}`}>
      <div>
        <p className="who">
          {familyName}, {givenName}
        </p>
        <p className="small">
          {organisation}
          {person.isHead ? ` · ${texts.head}` : ""}
          {access ? ` · ${access}` : ""}
        </p>
        {phone ? (
          <p>
            <a className="call" href={`tel:${phone}`} aria-label={fill(texts.call, { name })}>
              {phone}
            </a>
          </p>
        ) : null}
        <Marks person={person} texts={texts} />
      </div>
      <p className="mark">{texts[state]}</p>
      {taken ? (
        <fieldset className="answers" aria-label={fill(texts.group, { name })}>
          <button
            type="button"
            aria-pressed={state === "present"}
            onClick={() => onMark([registrationId], true)}
          >
            {texts.present}
          </button>
          <button
            type="button"
            aria-pressed={state === "absent"}
            onClick={() => onMark([registrationId], false)}
          >
            {texts.absent}
          </button>
        </fieldset>
      ) : null}
    </li>
  );
}

function Marks({ person: { state, marks }, texts }: Pick<PersonProps, "person" | "texts">) {
  const shown = state === "contradicted" ? marks : marks.filter(({ revoked }) => revoked);
  if (shown.length === 0) return null;
  return (
    <>
      <ul className="plain">
        {shown.map(({ id, by, present, revoked }) => (
          <li key={id}>
            {fill(texts.saidBy, {
              name: revoked ? fill(texts.revoked, { name: by }) : by,
              state: present ? texts.present : texts.absent,
            })}
          </li>
        ))}
      </ul>
      {state === "contradicted" ? <p className="error">{texts.decide}</p> : null}
    </>
  );
}
