import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { lastStateOf } from "#domain/draft/queries.ts";
import { draftItinerary } from "#domain/itinerary/queries.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";
import { dropItem, saveItem } from "../actions.ts";
import { itemFields } from "../item-fields.ts";
import { ItemForm } from "../item-form.tsx";
import { itemValues } from "../read-item.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.item");
  return { title: t("edit") };
}

export default async function EditItem({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/itinerary/items/[item]">) {
  const { item: itemId } = await params;
  const { locale, actor, trip, path } = await requireOwnTrip(params, `/itinerary/items/${itemId}`);
  const draft = await draftItinerary(actor, trip.slug);
  const items = draft?.days.flatMap((day) => day.items) ?? [];
  const present = items.find(({ id }) => id === itemId);
  // Whoever removed it meanwhile, the form of somebody who still edits it stays.
  const item = present ?? (await lastStateOf(actor, itemId));
  if (!item) notFound();
  const t = await getTranslations("organise");
  const reference = { itemId, slug: trip.slug };
  const back = localePath(locale, `/organise/trips/${trip.slug}/itinerary`);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={textIn(locale, item.title)}
      back={{ href: back, label: t("itinerary.title") }}
    >
      <ItemForm
        action={saveItem.bind(null, locale, reference)}
        initial={untouched(itemValues(item))}
        {...(await itemFields(actor, locale, trip.dates))}
        backTo={back}
      />
      {present ? (
        <section>
          <RecordForm
            action={dropItem.bind(null, locale, { ...reference, seen: draft?.revision ?? 0 })}
            initial={untouched()}
            fields={[]}
            submit={t("item.removeNow")}
            formId="removal"
            fold={{ summary: t("item.remove"), hint: t("item.removeHint") }}
          />
        </section>
      ) : null}
    </TripPage>
  );
}
