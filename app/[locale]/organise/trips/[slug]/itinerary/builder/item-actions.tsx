import type { Shared } from "./builder-day.tsx";
import { minutesField } from "./mending.ts";
import { useFinger } from "./use-finger.ts";
import type { Card } from "./view.ts";
import { Wrong, wrong } from "./wrong.tsx";

type ItemActionsProps = Shared & { card: Card; first: boolean; last: boolean };

/** What can be done to an item: each a button of the builder's one form. */
export function ItemActions({ card, first, last, ...shared }: ItemActionsProps) {
  const { texts, live, holding, edit } = shared;
  const mending = shared.mending?.deed === `shift ${card.id}` ? shared.mending : null;
  const finger = useFinger(card, shared.drops);
  const of = <span className="sr-only">: {card.title}</span>;
  const deed = (verb: string, words: string) => (
    <button type="submit" name="deed" value={`${verb} ${card.id}`}>
      {words}
      {of}
    </button>
  );
  const isHeld = holding.held?.id === card.id;
  return (
    <div className="moves">
      {live ? (
        <button
          type="button"
          id={`move-${card.id}`}
          className="handle"
          aria-pressed={isHeld}
          {...finger}
          onClick={() => holding.take(card.id)}
          onKeyDown={holding.onKey}
        >
          {isHeld ? texts.moving : texts.move}
          {of}
        </button>
      ) : null}
      {isHeld ? (
        <button type="button" onClick={holding.letGo}>
          {texts.cancel}
        </button>
      ) : null}
      {live ? (
        <button type="button" onClick={() => edit(card)}>
          {texts.edit}
          {of}
        </button>
      ) : null}
      <details open={mending !== null || undefined}>
        <summary>
          {texts.actions}
          {of}
        </summary>
        <div className="moves">
          {first ? null : deed("earlier", texts.earlier)}
          {last ? null : deed("later", texts.later)}
          {deed("duplicate", texts.duplicate)}
          {deed("remove", texts.remove)}
          {last ? null : (
            <span className="shift">
              <label>
                {texts.minutes}
                <input
                  id={minutesField(card.id)}
                  name={`minutes.${card.id}`}
                  defaultValue={mending?.typed ?? "15"}
                  {...wrong(mending)}
                  inputMode="numeric"
                  onKeyDown={(event) => {
                    if (event.key !== "Enter") return;
                    event.preventDefault();
                    const shift = event.currentTarget.closest(".shift")?.querySelector("button");
                    shift?.click();
                  }}
                />
              </label>
              {deed("shift", texts.shift)}
              <Wrong mending={mending} />
            </span>
          )}
        </div>
      </details>
    </div>
  );
}
