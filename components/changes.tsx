import { getTranslations } from "next-intl/server";
import type { BriefChange } from "#domain/difference/rules.ts";
import type { Locale } from "#lib/locales.ts";
import { differenceWords } from "./difference-words.ts";

type ChangesProps = {
  changes: readonly BriefChange[];
  /** The title, the aim, the route or another part outside the items is another as well. */
  head: boolean;
  locale: Locale;
};

/** What one version changed of the one before, item by item. */
export async function Changes({ changes, head, locale }: ChangesProps) {
  const t = await getTranslations();
  const lines = changes.map((change) => differenceWords(change, locale, t));
  if (head) lines.push(t("itinerary.difference.head"));
  return (
    <ul className="plain changes">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two items may change in the same words
        <li key={`${line} ${index}`}>{line}</li>
      ))}
    </ul>
  );
}
