import { fill } from "./fill.ts";
import { type Mending, noteField } from "./mending.ts";
import type { BuilderState } from "./state.ts";
import type { BuilderTexts } from "./texts.ts";
import type { BuilderView, CardWarning } from "./view.ts";
import { Wrong, wrong } from "./wrong.tsx";

type WarningsProps = {
  days: BuilderView["days"];
  warnings: CardWarning[];
  mending: Mending | null;
  /** Written already beside some of them. */
  notes: BuilderState["notes"];
  texts: BuilderTexts;
};

/** All warnings of the draft by day, each to be mended or accepted with a note. */
export function Warnings({ days, warnings, mending, notes, texts }: WarningsProps) {
  if (warnings.length === 0) return null;
  const isMended = warnings.some(
    ({ fingerprint }) => notes[fingerprint] || mending?.deed === `accept ${fingerprint}`,
  );
  const open = warnings.filter(({ acceptedNote }) => acceptedNote === null).length;
  return (
    <details className="warnings" open={isMended || (open > 0 && open < 4)}>
      <summary>{fill(texts.warnings, { open, accepted: warnings.length - open })}</summary>
      <ul className="plain">
        {warnings.map((warning, index) => {
          const day = days.find(({ date }) => date === warning.date)?.weekday;
          const sentence = `${day}: ${warning.text}`;
          return (
            <li key={warning.fingerprint}>
              <p>{sentence}</p>
              <Acceptance
                warning={warning}
                sentence={sentence}
                index={index}
                mending={mending}
                notes={notes}
                texts={texts}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

type AcceptanceProps = Pick<WarningsProps, "mending" | "notes" | "texts"> & {
  warning: CardWarning;
  /** With its day, so that it can be told from the others. */
  sentence: string;
  index: number;
};

function Acceptance({ warning, sentence, index, mending, notes, texts }: AcceptanceProps) {
  const { fingerprint, acceptedNote } = warning;
  const mine = mending?.deed === `accept ${fingerprint}` ? mending : null;
  if (acceptedNote !== null) {
    return (
      <p className="moves">
        {fill(texts.accepted, { note: acceptedNote })}{" "}
        <button type="submit" name="deed" value={`restore ${fingerprint}`}>
          {texts.restore}
        </button>
      </p>
    );
  }
  return (
    <div className="moves acceptance">
      <label>
        {texts.acceptNote}
        <input
          id={noteField(index)}
          name={`note.${fingerprint}`}
          defaultValue={mine?.typed ?? notes[fingerprint] ?? ""}
          {...wrong(mine)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            event.currentTarget.closest("div")?.querySelector("button")?.click();
          }}
        />
      </label>
      <button type="submit" name="deed" value={`accept ${fingerprint}`}>
        {texts.accept}
        <span className="sr-only">: {sentence}</span>
      </button>
      <Wrong mending={mine} />
    </div>
  );
}
