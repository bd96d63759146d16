import { fill } from "./fill.ts";
import type { Mending } from "./mending.ts";
import type { BuilderState } from "./state.ts";
import type { BuilderTexts } from "./texts.ts";
import type { BuilderView } from "./view.ts";

type SaidProps = {
  state: BuilderState;
  mending: Mending | null;
  undo: BuilderView["undo"];
  spoken: string;
  /** Something is carried or dragged: what is said then lies over the page, which must not move. */
  carrying: boolean;
  /** A deed is under way: what it was is not yet known as the last one. */
  pending: boolean;
  texts: BuilderTexts;
};

/** What was just done or refused, what others did meanwhile, and the way back. */
export function Said({ state, mending, undo, spoken, carrying, pending, texts }: SaidProps) {
  return (
    <div className="said" id="said" tabIndex={-1}>
      <div role="status">
        {state.notice ? <p>{state.notice}</p> : null}
        {state.others.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </div>
      {state.problem ? (
        <p role="alert" className="problem">
          {mending ? <a href={`#${mending.fieldId}`}>{state.problem}</a> : state.problem}
        </p>
      ) : null}
      <p aria-live="assertive" className={carrying ? "spoken carrying" : "spoken"}>
        {spoken}
      </p>
      {undo ? (
        <p>
          <button
            type="submit"
            name="deed"
            value={`undo ${undo.revision}`}
            className="text-button"
            disabled={pending}
          >
            {fill(texts.undo, { change: undo.label })}
          </button>
        </p>
      ) : null}
    </div>
  );
}
