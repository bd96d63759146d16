import { getTranslations } from "next-intl/server";
import type { DraftItem } from "#domain/draft/schema.ts";
import type { Warning } from "#domain/warning/schema.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** A warning as a sentence that says what is wrong and with which numbers. */
export async function warningWords(
  { kind, itemIds, facts }: Warning,
  items: readonly DraftItem[],
  locale: Locale,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: "organise.warning" });
  const [first = "", second = ""] = itemIds.map((id) => {
    const item = items.find((one) => one.id === id);
    return item ? textIn(locale, item.title) : "";
  });
  return t(kind, { ...facts, first, second } as never);
}
