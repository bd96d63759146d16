import * as z from "zod/mini";
import { formatTime, type IsoDate } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { type DayPart, type PartReference, wholeDay } from "./schema.ts";

/** How an address names a part of a day: `item.ID`, `pickup.ID`, and nothing for the whole day. */
export function partKey({ agendaItemId, pickupId }: PartReference): string {
  if (agendaItemId) return `item.${agendaItemId}`;
  return pickupId ? `pickup.${pickupId}` : "";
}

/** The part that an address names; null where it names none that could be. */
export function partAsked(key: string): PartReference | null {
  if (key === "") return wholeDay;
  const [kind, id, ...rest] = key.split(".");
  if (rest.length > 0 || !z.guid().safeParse(id).success) return null;
  if (kind === "item") return { ...wholeDay, agendaItemId: id ?? null };
  return kind === "pickup" ? { ...wholeDay, pickupId: id ?? null } : null;
}

export const isWholeDay = ({ agendaItemId, pickupId }: PartReference): boolean =>
  agendaItemId === null && pickupId === null;

/** What the audit says of the part beside the day: nothing of the whole day. */
export const partNamed = ({ agendaItemId, pickupId }: PartReference) => ({
  ...(agendaItemId ? { agendaItemId } : {}),
  ...(pickupId ? { pickupId } : {}),
});

/** Whether two name the same part of a day, or both the day as a whole. */
export const isSamePart = (one: PartReference, other: PartReference): boolean =>
  partKey(one) === partKey(other);

/** The part of that day among those of a trip. */
export const partOn = (
  parts: readonly DayPart[],
  date: IsoDate,
  reference: PartReference,
): DayPart | null => parts.find((one) => one.date === date && isSamePart(one, reference)) ?? null;

/**
 * Whether somebody with a confirmed seat is expected in a part of a day: at a pick-up whoever gets on there, at an item
 * everybody. Whoever was marked there belongs to it all the same, also after giving the seat up.
 */
export function isExpectedIn(
  { pickupId }: PartReference,
  person: { withdrawn: boolean; pickupId: string | null },
  isMarked: boolean,
): boolean {
  if (isMarked) return true;
  return !person.withdrawn && (pickupId === null || person.pickupId === pickupId);
}

/** `{time}` and `{name}` stand in the first two; the others are for what is not kept any more. */
export type PartWords = { item: string; pickup: string; goneItem: string; gonePickup: string };

/** What a part of a day is called: "10.00 Pilsētas dome", "Iekāpšana 7.30, pie domes". */
export function partLabel(part: DayPart, locale: Locale, words: PartWords): string {
  const { name, startsAt, pickupId } = part;
  if (name === null || startsAt === null) return pickupId ? words.gonePickup : words.goneItem;
  return (pickupId ? words.pickup : words.item)
    .replace("{time}", formatTime(new Date(startsAt), locale))
    .replace("{name}", textIn(locale, name));
}
