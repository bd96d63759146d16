import { clockOf, dayLength } from "#domain/agenda/rules.ts";
import type { Mending } from "./mending.ts";
import type { BuilderTexts } from "./texts.ts";
import type { Card } from "./view.ts";
import { Wrong, wrong } from "./wrong.tsx";

type ItemEditorProps = {
  card: Card;
  /** The revision from which the person edits: what others changed since is merged or told. */
  revision: number;
  mending: Mending | null;
  texts: BuilderTexts;
  close: () => void;
};

/** Times and title of an item, edited where they stand; Enter keeps them, Esc leaves them as they were. */
export function ItemEditor({ card, revision, mending, texts, close }: ItemEditorProps) {
  const at = (name: string) => ({
    id: `${name}-${card.id}`,
    name,
    ...wrong(mending?.fieldId === `${name}-${card.id}` ? mending : null),
  });
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
      <input type="hidden" name="revision" value={revision} />
      <div className="pair">
        <label>
          {texts.starts}
          <input
            type="time"
            {...at("starts")}
            defaultValue={clockOf(card.starts)}
            ref={(element) => element?.focus()}
          />
        </label>
        <label>
          {texts.ends}
          <input type="time" {...at("ends")} defaultValue={clockOf(card.ends)} />
        </label>
      </div>
      <label className="choice">
        <input type="checkbox" name="endsNextDay" defaultChecked={card.ends > dayLength} />
        {texts.endsNextDay}
      </label>
      <label>
        {texts.title}
        <input {...at("title")} lang="lv" defaultValue={card.titleLv} />
      </label>
      <Wrong mending={mending} />
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
