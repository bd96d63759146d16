import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import type { Locale } from "#lib/locales.ts";
import { shiftItem } from "./actions.ts";
import { MoveForm } from "./move-form.tsx";

type MoveButtonsProps = {
  locale: Locale;
  slug: string;
  itemId: string;
  title: string;
  first: boolean;
  last: boolean;
};

/** Earlier and later, for an item that has a neighbour there. */
export async function MoveButtons(props: MoveButtonsProps) {
  const { locale, slug, itemId, title, first, last } = props;
  if (first && last) return null;
  const t = await getTranslations("organise.itinerary");
  const ways = [
    ...(first ? [] : [{ value: "earlier", label: t("earlier"), name: t("earlierOf", { title }) }]),
    ...(last ? [] : [{ value: "later", label: t("later"), name: t("laterOf", { title }) }]),
  ];
  return (
    <MoveForm
      action={shiftItem.bind(null, locale, slug, itemId)}
      initial={untouched()}
      ways={ways}
    />
  );
}
