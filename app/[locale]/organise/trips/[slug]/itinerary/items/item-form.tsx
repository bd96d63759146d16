"use client";

import { useState } from "react";
import { type FormAction, FormFrame } from "#components/form-frame.tsx";
import { type FormState, typedIn } from "#components/form-state.ts";
import { RecordField, type RecordFieldFacts } from "#components/record-field.tsx";

export type SpeakerChoice = { hostId: string; value: string; label: string };

type HostTexts = { speakers: string; speakersHint: string; noSpeakers: string; show: string };

type ItemFormProps = {
  action: FormAction;
  initial: FormState;
  before: RecordFieldFacts[];
  times: [RecordFieldFacts, RecordFieldFacts];
  after: RecordFieldFacts[];
  host: Extract<RecordFieldFacts, { kind: "select" }>;
  speakers: SpeakerChoice[];
  texts: HostTexts & { submit: string; back: string };
  backTo: string;
};

/** One item of a day: when, what, who receives, where, who speaks. */
export function ItemForm(props: ItemFormProps) {
  const { action, initial, before, times, after, host, speakers, texts, backTo } = props;
  return (
    <FormFrame
      action={action}
      initial={initial}
      submit={texts.submit}
      back={{ href: backTo, label: texts.back }}
    >
      {(state) => (
        <>
          {before.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
          <div className="pair">
            {times.map((field) => (
              <RecordField key={field.name} field={field} state={state} />
            ))}
          </div>
          <HostFields state={state} host={host} speakers={speakers} texts={texts} />
          {after.map((field) => (
            <RecordField key={field.name} field={field} state={state} />
          ))}
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
    </>
  );
}
