import { getTranslations } from "next-intl/server";
import type { PartWords } from "#domain/day-part/rules.ts";

/** Words for parts of a day. `{time}` and `{name}` stay in them, to be filled in for each. */
export async function partWords(): Promise<PartWords> {
  const t = await getTranslations("attendance.part");
  const raw = (key: keyof PartWords) => String(t.raw(key));
  return {
    item: raw("item"),
    pickup: raw("pickup"),
    goneItem: raw("goneItem"),
    gonePickup: raw("gonePickup"),
  };
}
