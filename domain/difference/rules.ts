import {
  type DayFacts,
  type ItemFacts,
  type ItineraryContent,
  itineraryContent,
} from "#domain/itinerary/schema.ts";

/** An item with the day on which it begins. */
export type Dated = { date: string; item: ItemFacts };

export type ItemField = Exclude<keyof ItemFacts, "id">;

export type ItemChange =
  | { kind: "added"; key: string; after: Dated }
  | { kind: "removed"; key: string; before: Dated }
  /** `fields` are those that differ; `day` when it is on another day. */
  | {
      kind: "changed";
      key: string;
      before: Dated;
      after: Dated;
      fields: ItemField[];
      day: boolean;
    };

type Head = Omit<ItineraryContent, "days">;

/** What has to be changed in one itinerary to make another of it. */
export type Difference = {
  /** Keys are ids of items; else day, start and title, since older versions have no ids. */
  byId: boolean;
  /** By the time at which each change shows. */
  items: ItemChange[];
  /** What of the rest is another, as it is afterwards. */
  head: Partial<Head>;
  /** The days afterwards: their places, and the keys of their items in order. */
  days: { date: string; places: string[]; keys: string[] }[];
};

/** The difference between an itinerary and a later one, item by item. */
export function difference(before: ItineraryContent, after: ItineraryContent): Difference {
  const byId = [before, after].every(({ days }) =>
    days.every(({ items }) => items.every(({ id }) => id)),
  );
  const [was, is] = [keyed(before, byId), keyed(after, byId)];
  const items: ItemChange[] = [];
  for (const [key, one] of is) {
    const old = was.get(key);
    if (!old) items.push({ kind: "added", key, after: one });
    else items.push(...changeOf(key, old, one));
  }
  for (const [key, one] of was) if (!is.has(key)) items.push({ kind: "removed", key, before: one });
  return {
    byId,
    items: items.sort((one, other) => shownAt(one).localeCompare(shownAt(other))),
    head: changedHead(before, after),
    days: after.days.map(({ date, places }) => ({
      date,
      places,
      keys: [...is].filter(([, one]) => one.date === date).map(([key]) => key),
    })),
  };
}

/** Whether anything at all is different. */
export const isSame = ({ items, head }: Difference) =>
  items.length === 0 && Object.keys(head).length === 0;

/** The itinerary after a difference; applied to what it was taken from, it gives the later one. */
export function applyDifference(before: ItineraryContent, change: Difference): ItineraryContent {
  const all = keyed(before, change.byId);
  for (const one of change.items) {
    if (one.kind === "removed") all.delete(one.key);
    else all.set(one.key, one.after);
  }
  const days: DayFacts[] = change.days.map(({ date, places, keys }) => ({
    date,
    places,
    items: keys.map((key) => {
      const found = all.get(key);
      if (!found) throw new Error(`The itinerary has no item ${key}`);
      return found.item;
    }),
  }));
  const { days: _days, ...head } = before;
  return { ...head, ...change.head, days };
}

/** Items by what makes them the same in both: their id, or day, start and title where there is none. */
function keyed(content: ItineraryContent, byId: boolean): Map<string, Dated> {
  const all = new Map<string, Dated>();
  for (const { date, items } of content.days) {
    for (const item of items) {
      const key = byId ? String(item.id) : `${date} ${item.startsAt} ${item.title.lv}`;
      let free = key;
      for (let number = 2; all.has(free); number += 1) free = `${key} ${number}`;
      all.set(free, { date, item });
    }
  }
  return all;
}

const itemFields: readonly ItemField[] = [
  "kind",
  "startsAt",
  "endsAt",
  "title",
  "note",
  "host",
  "place",
  "venue",
  "address",
  "languages",
  "interpretation",
  "speakers",
];

function changeOf(key: string, before: Dated, after: Dated): ItemChange[] {
  const fields = itemFields.filter(
    (field) => written(before.item[field]) !== written(after.item[field]),
  );
  const day = before.date !== after.date;
  const same = fields.length === 0 && !day && before.item.id === after.item.id;
  return same ? [] : [{ kind: "changed", key, before, after, fields, day }];
}

function changedHead(before: ItineraryContent, after: ItineraryContent): Partial<Head> {
  const [{ days: _was, ...was }, { days: _is, ...is }] = [
    itineraryContent.parse(before),
    itineraryContent.parse(after),
  ];
  const names = Object.keys(is) as (keyof Head)[];
  const changed = names.filter((name) => written(was[name]) !== written(is[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

/** In one order of keys. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  ) ?? "";

const shownAt = (change: ItemChange) =>
  change.kind === "removed" ? change.before.item.startsAt : change.after.item.startsAt;

type When = Pick<ItemFacts, "startsAt" | "endsAt"> & { date: string };

/** A change of an item with no more than its sentence needs. */
export type BriefChange = {
  kind: ItemChange["kind"];
  /** The host of a visit or talk, else the title. */
  name: ItemFacts["title"];
  before: When | null;
  after: When | null;
  /** What else is another than the time. */
  fields: Exclude<ItemField, "startsAt" | "endsAt">[];
};

/** The changes of a difference, each with no more than its sentence needs. */
export const briefly = ({ items }: Difference): BriefChange[] => items.map(brief);

function brief(change: ItemChange): BriefChange {
  const before = change.kind === "added" ? null : change.before;
  const after = change.kind === "removed" ? null : change.after;
  const { kind, host, title } = (change.kind === "removed" ? change.before : change.after).item;
  const fields = change.kind === "changed" ? change.fields : [];
  return {
    kind: change.kind,
    name: host && (kind === "visit" || kind === "talk") ? host : title,
    before: before && whenOf(before),
    after: after && whenOf(after),
    fields: fields.filter((field) => field !== "startsAt" && field !== "endsAt"),
  };
}

const whenOf = ({ date, item: { startsAt, endsAt } }: Dated): When => ({ date, startsAt, endsAt });
