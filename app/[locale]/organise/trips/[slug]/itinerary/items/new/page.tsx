import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";
import { makeItem } from "../actions.ts";
import { itemFields } from "../item-fields.ts";
import { ItemForm } from "../item-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.item");
  return { title: t("new") };
}

export default async function NewItem({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/itinerary/items/new">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/itinerary/items/new");
  const t = await getTranslations("organise");
  const asked = String((await searchParams).date ?? "");
  const date = trip.dates.includes(asked) ? asked : (trip.dates[0] ?? "");
  const back = localePath(locale, `/organise/trips/${trip.slug}/itinerary`);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("item.new")}
      back={{ href: back, label: t("itinerary.title") }}
    >
      <ItemForm
        action={makeItem.bind(null, locale, { tripId: trip.tripId, slug: trip.slug })}
        initial={untouched({ date, kind: "visit" })}
        {...(await itemFields(actor, locale, trip.dates))}
        backTo={back}
      />
    </TripPage>
  );
}
