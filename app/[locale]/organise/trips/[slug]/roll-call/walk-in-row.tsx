import { type FormEvent, useState } from "react";
import { Field, fieldControl } from "#components/ui/field.tsx";
import type { walkInsKnown } from "#components/walk-in-store.ts";
import { mostLetters } from "#domain/walk-in/rules.ts";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

export type KnownWalkIn = ReturnType<typeof walkInsKnown>[number];

type WalkInRowProps = {
  walkIn: KnownWalkIn;
  taken: boolean;
  onRemove: (walkInId: string, reason: string) => void;
  texts: RollCallTexts;
};

/** Somebody who came along, who wrote it down, and a way to say that it was an error. */
export function WalkInRow({ walkIn, taken, onRemove, texts }: WalkInRowProps) {
  const { id, givenName, familyName, from, by, revoked, unsent } = walkIn;
  const name = `${givenName} ${familyName}`;
  const hand = revoked ? fill(texts.revoked, { name: by }) : by;
  return (
    <li id={id}>
      <div>
        <p className="who">
          {familyName}, {givenName}
        </p>
        <p className="small">{from}</p>
        <p className="small">
          {fill(texts.walkIn.writtenBy, { name: hand })}
          {unsent ? ` · ${texts.walkIn.unsent}` : ""}
        </p>
      </div>
      {taken ? <Removal id={id} name={name} onRemove={onRemove} texts={texts} /> : null}
    </li>
  );
}

type RemovalProps = Pick<WalkInRowProps, "onRemove" | "texts"> & { id: string; name: string };

function Removal({ id, name, onRemove, texts: { walkIn: texts } }: RemovalProps) {
  const [missing, setMissing] = useState(false);
  const field = `reason-${id}`;
  const error = missing ? texts.problem.walkInReasonMissing : undefined;
  function remove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const reason = String(new FormData(form).get(field) ?? "").trim();
    setMissing(reason === "");
    if (reason) onRemove(id, reason);
    else (form.elements.namedItem(field) as HTMLElement | null)?.focus();
  }
  return (
    <details className="folded">
      <summary aria-label={fill(texts.removeOf, { name })}>{texts.remove}</summary>
      <form onSubmit={remove} noValidate>
        <Field name={field} label={texts.reason} hint={texts.reasonHint} error={error}>
          <input
            {...fieldControl(field, { hint: texts.reasonHint, error })}
            autoComplete="off"
            maxLength={mostLetters.reason}
          />
        </Field>
        <p className="deeds">
          <button className="button quiet" type="submit">
            {texts.remove}
          </button>
        </p>
      </form>
    </details>
  );
}
