import type { ReactNode } from "react";
import type { Shared } from "./builder-day.tsx";
import { rangeWords } from "./clock-words.ts";
import { ItemActions } from "./item-actions.tsx";
import { ItemEditor } from "./item-editor.tsx";
import { useDraggable } from "./use-dragging.ts";
import type { Card } from "./view.ts";

type BuilderItemProps = Shared & {
  card: Card;
  first: boolean;
  last: boolean;
  /** A place before it, while something is carried. */
  slot: ReactNode;
  /** What is dragged would go before it. */
  isOver: boolean;
};

/** An item as a stop of its day: when, what, who; with what can be done to it. */
export function BuilderItem({ card, slot, isOver, ...props }: BuilderItemProps) {
  const { texts, locale, path, holding, warnings, editing } = props;
  const element = useDraggable(card.id);
  // Said once, at the item with which it shows.
  const warned = warnings.filter(
    ({ itemIds, acceptedNote }) => acceptedNote === null && itemIds.at(-1) === card.id,
  );
  const mending = props.mending?.deed === `save ${card.id}` ? props.mending : null;
  const isHeld = holding.held?.id === card.id;
  const marks = [card.shape, isHeld ? "held" : "", isOver ? "over" : ""].filter(Boolean);
  return (
    <li id={card.id} ref={element} className={marks.join(" ")}>
      <span className="stop" />
      <div className="what">
        {slot}
        {editing?.id === card.id ? (
          <ItemEditor
            card={card}
            revision={mending?.decides ? card.revision : editing.revision}
            mending={mending}
            texts={texts}
            close={() => props.edit(null)}
          />
        ) : (
          <>
            <span className="when">{rangeWords(card.starts, card.ends, locale)}</span>
            <h3>
              <span className="sr-only">{card.kind}: </span>
              <a href={`${path}/items/${card.id}`} draggable={false}>
                {card.title}
              </a>
            </h3>
            {card.about ? <p>{card.about}</p> : null}
            {card.internal ? (
              <p className="small">
                {texts.internal} {card.internal}
              </p>
            ) : null}
            {warned.map(({ fingerprint, text }) => (
              <p key={fingerprint} className="warned">
                {text}
              </p>
            ))}
            <ItemActions card={card} {...props} />
          </>
        )}
      </div>
    </li>
  );
}
