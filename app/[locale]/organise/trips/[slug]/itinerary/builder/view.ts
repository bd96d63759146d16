import { getTranslations } from "next-intl/server";
import type { ItemState } from "#domain/agenda/schema.ts";
import { undoable } from "#domain/draft/rules.ts";
import type { DraftChange, DraftItem } from "#domain/draft/schema.ts";
import { type StopShape, stopShape } from "#domain/itinerary/rules.ts";
import type { Draft } from "#domain/itinerary/schema.ts";
import type { ShownWarning } from "#domain/warning/queries.ts";
import { formatStamp, formatWeekday } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { changeWords } from "./change-words.ts";
import { warningWords } from "./warning-words.ts";

/** An item as a card of the builder: what moves it, and what it says, in one language. */
export type Card = Pick<ItemState, "id" | "date" | "starts" | "ends" | "position" | "revision"> & {
  shape: StopShape;
  kind: string;
  title: string;
  /** In Latvian, as it is edited in place. */
  titleLv: string;
  about: string;
  internal: string;
};

export type CardWarning = {
  fingerprint: string;
  date: string;
  itemIds: string[];
  text: string;
  acceptedNote: string | null;
};

/** Everything that the builder shows of a draft. */
export type BuilderView = {
  revision: number;
  days: { date: string; heading: string; weekday: string }[];
  cards: Card[];
  warnings: CardWarning[];
  /** The own change that can be taken back, in words. */
  undo: { revision: number; label: string } | null;
};

type Facts = {
  draft: Draft & { revision: number };
  warnings: ShownWarning[];
  changes: DraftChange[];
  userId: string;
};

/** A draft as the builder shows it, in the language of the page. */
export async function builderView(facts: Facts, locale: Locale): Promise<BuilderView> {
  const { draft, warnings, changes, userId } = facts;
  const words = await getTranslations({ locale, namespace: "itinerary" });
  const items = draft.days.flatMap((day) => day.items);
  const last = undoable(changes, userId);
  return {
    revision: draft.revision,
    days: draft.days.map(({ date }, index) => ({
      date,
      heading: words("day", { number: index + 1 }),
      weekday: formatWeekday(date, locale),
    })),
    cards: items.map((item) => cardOf(item, words(`kind.${item.kind}`), locale)),
    warnings: await Promise.all(
      warnings.map(async ({ fingerprint, date, itemIds, acceptedNote, ...warning }) => ({
        fingerprint,
        date,
        itemIds,
        acceptedNote,
        text: await warningWords({ ...warning, date, itemIds, fingerprint }, items, locale),
      })),
    ),
    undo: last && { revision: last.revision, label: await changeWords(last, locale) },
  };
}

/** What others changed, each in a sentence with who and when. */
export async function othersWords(changes: readonly DraftChange[], locale: Locale) {
  const t = await getTranslations({ locale, namespace: "organise.builder" });
  return Promise.all(
    changes.map(async (change) =>
      t("other", {
        name: change.byName,
        stamp: formatStamp(change.changedAt, locale),
        change: await changeWords(change, locale),
      }),
    ),
  );
}

function cardOf(item: DraftItem, kind: string, locale: Locale): Card {
  const { id, date, starts, ends, position, revision, title, host, place, venue, speakers } = item;
  const names = speakers.map(({ name }) => name).join(", ");
  const about = [host ? textIn(locale, host) : "", venue, place, names, item.responsible];
  return {
    id,
    date,
    starts,
    ends,
    position,
    revision,
    shape: stopShape(item.kind),
    kind,
    title: textIn(locale, title),
    titleLv: title.lv,
    about: about.filter(Boolean).join(" · "),
    internal: item.internalNote ?? "",
  };
}
