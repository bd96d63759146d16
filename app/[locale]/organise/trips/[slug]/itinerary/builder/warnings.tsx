import { fill } from "./fill.ts";
import type { BuilderTexts } from "./texts.ts";
import type { BuilderView, CardWarning } from "./view.ts";

type WarningsProps = {
  days: BuilderView["days"];
  warnings: CardWarning[];
  texts: BuilderTexts;
};

/** All warnings of the draft by day, each to be mended or accepted with a note. */
export function Warnings({ days, warnings, texts }: WarningsProps) {
  if (warnings.length === 0) return null;
  const open = warnings.filter(({ acceptedNote }) => acceptedNote === null).length;
  return (
    <details className="warnings" open={open > 0 && open < 4}>
      <summary>{fill(texts.warnings, { open, accepted: warnings.length - open })}</summary>
      <ul className="plain">
        {warnings.map((warning) => {
          const day = days.find(({ date }) => date === warning.date)?.weekday;
          const sentence = `${day}: ${warning.text}`;
          return (
            <li key={warning.fingerprint}>
              <p>{sentence}</p>
              <Acceptance warning={warning} sentence={sentence} texts={texts} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

type AcceptanceProps = { warning: CardWarning; sentence: string; texts: BuilderTexts };

function Acceptance({ warning, sentence, texts }: AcceptanceProps) {
  const { fingerprint, acceptedNote } = warning;
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
    <p className="moves">
      <label>
        {texts.acceptNote}
        <input
          name={`note.${fingerprint}`}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            event.currentTarget.closest("p")?.querySelector("button")?.click();
          }}
        />
      </label>
      <button type="submit" name="deed" value={`accept ${fingerprint}`}>
        {texts.accept}
        <span className="sr-only">: {sentence}</span>
      </button>
    </p>
  );
}
