"use client";

import { useState } from "react";
import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import { errorOf, type FormState, typedIn } from "#components/form-state.ts";
import { RecordField, type RecordFieldFacts } from "#components/record-field.tsx";
import { Select } from "#components/ui/select.tsx";

export type SpeakerChoice = { hostId: string; value: string; label: string; group: string };

type HostTexts = {
  speakers: string;
  speakersHint: string;
  noSpeakers: string;
  show: string;
  otherSpeaker: string;
  otherSpeakerHint: string;
};

type ItemFormProps = {
  action: FormAction;
  initial: FormState;
  before: RecordFieldFacts[];
  times: [RecordFieldFacts, RecordFieldFacts];
  nextDay: RecordFieldFacts;
  after: RecordFieldFacts[];
  /** What only organisers read, and coordinates: folded away until it is wanted. */
  internal: RecordFieldFacts[];
  host: Extract<RecordFieldFacts, { kind: "select" }>;
  speakers: SpeakerChoice[];
  texts: HostTexts & { further: string; submit: string; back: string };
  backTo: string;
};

/** One item of a day: when, what, who receives, where, who speaks. */
export function ItemForm(props: ItemFormProps) {
  const { action, initial, before, times, nextDay, after, internal } = props;
  const { host, speakers, texts, backTo } = props;
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      back={{ href: backTo, label: texts.back }}
    >
      {(state) => (
        <>
          <input type="hidden" name="revision" value={typedIn(state, "revision")} />
          {before.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
          <div className="pair">
            {times.map((field) => (
              <RecordField key={field.name} field={field} state={state} />
            ))}
          </div>
          <RecordField field={nextDay} state={state} />
          <HostFields state={state} host={host} speakers={speakers} texts={texts} />
          {after.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
          <details
            className="others"
            open={internal.some(({ name }) => typedIn(state, name) || errorOf(state, name))}
          >
            <summary>{texts.further}</summary>
            {internal.map((field) => (
              <RecordField key={field.name} field={field} state={state} />
            ))}
          </details>
        </>
      )}
    </FormFrame>
  );
}

type HostFieldsProps = Pick<ItemFormProps, "host" | "speakers"> & {
  state: FormState;
  texts: HostTexts;
};

/** The host, and its speakers: they follow the choice at once, or by a button without JavaScript. */
function HostFields({ state, host, speakers, texts }: HostFieldsProps) {
  const [hostId, choose] = useState(typedIn(state, "hostId"));
  const ofHost = speakers.filter((speaker) => hostId !== "" && speaker.hostId === hostId);
  const others = speakers.filter((speaker) => !ofHost.includes(speaker));
  return (
    <>
      <div
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) choose(event.target.value);
        }}
      >
        <RecordField field={host} state={state} />
      </div>
      <noscript>
        <p className="deeds">
          <button className="button quiet" type="submit" name="intent" value="host">
            {texts.show}
          </button>
        </p>
      </noscript>
      {ofHost.length ? (
        <RecordField
          state={state}
          field={{
            kind: "choices",
            type: "checkbox",
            name: "speakerIds",
            label: texts.speakers,
            hint: texts.speakersHint,
            options: ofHost,
          }}
        />
      ) : (
        <p className="small field">{hostId ? texts.noSpeakers : ""}</p>
      )}
      <OtherSpeakers state={state} choices={others} texts={texts} />
    </>
  );
}

type OtherSpeakersProps = { state: FormState; choices: SpeakerChoice[]; texts: HostTexts };

/** Speakers of other organisations than the host's: one more row than are chosen. */
function OtherSpeakers({ state, choices, texts }: OtherSpeakersProps) {
  const chosen = (state.values.speakerIds ?? []).filter((id) =>
    choices.some(({ value }) => value === id),
  );
  if (choices.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{texts.otherSpeaker}</legend>
      <p className="hint">{texts.otherSpeakerHint}</p>
      {[...chosen, ""].map((id, row) => (
        <Select
          key={id || "another"}
          name="speakerIds"
          aria-label={`${texts.otherSpeaker} ${row + 1}`}
          defaultValue={id}
          empty="–"
          options={choices}
        />
      ))}
    </fieldset>
  );
}
