import type { FormEvent } from "react";
import type { AttendancePerson } from "#domain/attendance/queries.ts";
import type { RollCallTexts } from "./roll-call-texts.ts";

type PersonRowProps = {
  person: AttendancePerson;
  /** Of the mark that is made without JavaScript. */
  id: string;
  taken: boolean;
  address: string;
  /** The last tap could not be kept. */
  failed: boolean;
  onMark: (event: FormEvent<HTMLFormElement>) => void;
  texts: RollCallTexts;
};

/** A person, what is known of the day, and the two answers to tap. */
export function PersonRow({ person, id, taken, address, failed, onMark, texts }: PersonRowProps) {
  const { registrationId, givenName, familyName, organisation, phone, state } = person;
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
          {person.byAttendee && state === "present" ? ` · ${texts.byAttendee}` : ""}
          {person.withdrawn ? ` · ${texts.withdrawn}` : ""}
        </p>
        {person.noPhotos ? <p className="small">{texts.noPhotos}</p> : null}
        {phone ? (
          <p>
            <a
              className="call"
              href={`tel:${phone}`}
              aria-label={`${texts.call.replace("{name}", name)}, ${phone}`}
            >
              {phone}
            </a>
          </p>
        ) : null}
        {failed ? (
          <p className="error" role="alert">
            {texts.notSaved.replace("{name}", name)}
          </p>
        ) : null}
      </div>
      <p className="mark">{texts[state]}</p>
      {taken ? (
        <form
          method="post"
          action={address}
          onSubmit={onMark}
          aria-label={texts.group.replace("{name}", name)}
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="registrationId" value={registrationId} />
          <button name="present" value="yes" type="submit" aria-pressed={state === "present"}>
            {texts.present}
          </button>
          <button name="present" value="no" type="submit" aria-pressed={state === "absent"}>
            {texts.absent}
          </button>
        </form>
      ) : null}
    </li>
  );
}
