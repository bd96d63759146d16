import { clockOf, dayLength } from "#domain/agenda/rules.ts";
import type { BuilderTexts } from "./texts.ts";
import type { Card } from "./view.ts";

type ItemEditorProps = { card: Card; texts: BuilderTexts; close: () => void };

/** Times and title of an item, edited where they stand; Enter keeps them, Esc leaves them as they were. */
export function ItemEditor({ card, texts, close }: ItemEditorProps) {
  const save = `save-${card.id}`;
  return (
    <fieldset
      className="item-editor"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        document.getElementById(save)?.click();
      }}
    >
      <legend className="sr-only">{card.title}</legend>
      <input type="hidden" name="revision" value={card.revision} />
      <div className="pair">
        <label>
          {texts.starts}
          <input
            type="time"
            name="starts"
            defaultValue={clockOf(card.starts)}
            ref={(element) => element?.focus()}
          />
        </label>
        <label>
          {texts.ends}
          <input type="time" name="ends" defaultValue={clockOf(card.ends)} />
        </label>
      </div>
      <label className="choice">
        <input type="checkbox" name="endsNextDay" defaultChecked={card.ends > dayLength} />
        {texts.endsNextDay}
      </label>
      <label>
        {texts.title}
        <input name="title" lang="lv" defaultValue={card.titleLv} />
      </label>
      <div className="moves">
        <button type="submit" name="deed" value={`save ${card.id}`} id={save}>
          {texts.save}
        </button>
        <button type="button" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </fieldset>
  );
}
