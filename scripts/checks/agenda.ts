import type { ItemState } from "#domain/agenda/schema.ts";

/** An item of a draft as plain data, in minutes from midnight. */
export function anItem(
  id: string,
  date: string,
  starts: number,
  ends: number,
  changes: Partial<ItemState> = {},
): ItemState {
  return {
    id,
    date,
    starts,
    ends,
    position: 1,
    kind: "visit",
    title: { lv: id },
    note: null,
    hostId: null,
    placeId: null,
    venue: null,
    address: null,
    latitude: null,
    longitude: null,
    languages: [],
    interpretation: null,
    responsible: null,
    internalNote: null,
    speakerIds: [],
    revision: 1,
    ...changes,
  };
}

/** Minutes of pause before an item, and of the item. */
export type Slot = { pause: number; length: number };

/** A day of items one after the other from 8.00 on, none overlapping. */
export function aDay(slots: readonly Slot[], date: string, prefix = "i"): ItemState[] {
  let clock = 480;
  return slots.map(({ pause, length }, index) => {
    const starts = clock + pause;
    clock = starts + length;
    return anItem(`${prefix}${index}`, date, starts, clock, { position: index + 1 });
  });
}
