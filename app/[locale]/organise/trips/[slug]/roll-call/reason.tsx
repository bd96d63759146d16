import type { FormEvent } from "react";
import { Field, fieldControl } from "#components/ui/field.tsx";
import type { Called } from "./person.tsx";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

type ReasonProps = {
  person: Called;
  /** The mark was just changed: why may be said, and need not. */
  asked: boolean;
  onReason: (registrationId: string, reason: string) => void;
  texts: RollCallTexts;
};

/** Why somebody's mark was corrected: what was said, or a field that is in nobody's way. */
export function Reason({ person, asked, onReason, texts: { why } }: ReasonProps) {
  const { registrationId, givenName, familyName, state, marks } = person;
  if (!asked || state === "unmarked" || state === "contradicted") {
    const reason = marks.find((mark) => mark.reason)?.reason;
    return reason ? <p className="small">{fill(why.said, { reason })}</p> : null;
  }
  const field = `why-${registrationId}`;
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onReason(registrationId, String(new FormData(event.currentTarget).get(field) ?? "").trim());
  }
  return (
    <form className="why" onSubmit={save}>
      <Field
        name={field}
        label={fill(why.ask, { name: `${givenName} ${familyName}` })}
        hint={why.hint}
      >
        <input {...fieldControl(field, { hint: why.hint })} autoComplete="off" maxLength={500} />
      </Field>
      <p className="deeds">
        <button className="button quiet" type="submit">
          {why.save}
        </button>
        <button className="link" type="button" onClick={() => onReason(registrationId, "")}>
          {why.leave}
        </button>
      </p>
    </form>
  );
}
