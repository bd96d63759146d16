import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checksIn } from "#domain/check-in/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { tripForm } from "../../read-trip.ts";
import { tripFields } from "../../trip-fields.ts";
import { TripForm } from "../../trip-form.tsx";
import { TripPage } from "../trip-page.tsx";
import { saveTrip, setCheckIn } from "./actions.ts";
import { CheckInSwitch } from "./check-in-switch.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.facts");
  return { title: t("title") };
}

export default async function TripFactsPage({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/facts">) {
  const { locale, actor, trip, path, now } = await requireOwnTrip(params, "/facts");
  const t = await getTranslations("organise.facts");
  const { before, after, places, texts } = await tripFields(actor, { isNew: false });
  const isOn = (await checksIn(actor, trip.slug, now)) === true;
  return (
    <TripPage locale={locale} trip={trip} path={path} title={t("title")}>
      <TripForm
        action={saveTrip.bind(null, locale, trip.tripId)}
        initial={tripForm(trip)}
        before={before}
        after={after}
        places={places}
        texts={{ ...texts, submit: t("save") }}
        backTo={localePath(locale, `/organise/trips/${trip.slug}`)}
      />
      <CheckInSwitch
        isOn={isOn}
        action={setCheckIn.bind(null, locale, trip.slug, trip.tripId, !isOn)}
      />
    </TripPage>
  );
}
