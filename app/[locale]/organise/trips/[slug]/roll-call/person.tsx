import { memo } from "react";
import { type AttendanceState, isByAttendee } from "#domain/attendance/rules.ts";
import type { RollCallMark, RollCallPerson } from "#domain/roll-call/schema.ts";
import { Reason } from "./reason.tsx";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

/** Somebody on the list, with what is known in the place that is called. */
export type Called = RollCallPerson & { state: AttendanceState; marks: RollCallMark[] };

type PersonProps = {
  person: Called;
  taken: boolean;
  /** The mark was just changed here, and a reason may follow it. */
  corrected: boolean;
  onReason: (registrationId: string, reason: string) => void;
  onMark: (registrationIds: readonly string[], present: boolean) => void;
  texts: RollCallTexts;
};

/**
 * One person: a tap for each answer, a number to call, and both marks where they contradict each other. Drawn anew
 * only when something of it differs: a tap changes one of perhaps hundreds.
 */
export const Person = memo(PersonRow, isSame);

function PersonRow({ person, taken, corrected, onReason, onMark, texts }: PersonProps) {
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
          {state === "present" && isByAttendee(person.marks) ? ` · ${texts.byAttendee}` : ""}
          {access ? ` · ${access}` : ""}
        </p>
        {person.noPhotos ? <p className="small">{texts.noPhotos}</p> : null}
        {phone ? (
          <p>
            <a
              className="call"
              href={`tel:${phone}`}
              aria-label={`${fill(texts.call, { name })}, ${phone}`}
            >
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
      <Reason person={person} asked={corrected} onReason={onReason} texts={texts} />
    </li>
  );
}

function Marks({ person: { state, marks }, texts }: Pick<PersonProps, "person" | "texts">) {
  const shown = state === "contradicted" ? marks : marks.filter(({ revoked }) => revoked);
  if (shown.length === 0) return null;
  return (
    <>
      <ul className="plain">
        {shown.map(({ id, by, present, revoked, byAttendee }) => (
          <li key={id}>
            {fill(texts.saidBy, {
              name: revoked
                ? fill(texts.revoked, { name: by })
                : byAttendee
                  ? `${by} (${texts.byAttendee})`
                  : by,
              state: present ? texts.present : texts.absent,
            })}
          </li>
        ))}
      </ul>
      {state === "contradicted" ? <p className="error">{texts.decide}</p> : null}
    </>
  );
}

/** A list that was read again has the same people as other objects. */
function isSame({ person: before, ...rest }: PersonProps, after: PersonProps): boolean {
  const { marks: was, ...facts } = before;
  const { marks: is, ...now } = after.person;
  return (
    isEqual(rest, { ...after, person: undefined }) &&
    isEqual(facts, now) &&
    was.length === is.length &&
    was.every(({ id }, index) => id === is[index]?.id)
  );
}

function isEqual(one: object, other: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(one).every(([name, value]) => Object.is(value, other[name]));
}
