import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { OwnTrip } from "#domain/organiser/queries.ts";
import { tripPath } from "#domain/trip/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { closeTrip, openTrip } from "./actions.ts";

type TripDeedsProps = { locale: Locale; trip: OwnTrip };

/** What can be done with the trip as a whole at this moment. */
export async function TripDeeds({ locale, trip }: TripDeedsProps) {
  const t = await getTranslations("organise.overview");
  const { state, tripId, slug } = trip;
  const ready = state === "draft" && Object.keys(trip.missing).length === 0;
  return (
    <>
      {ready ? (
        <RecordForm
          action={openTrip.bind(null, locale, tripId)}
          initial={untouched()}
          fields={[]}
          submit={t("publish")}
        />
      ) : null}
      {trip.canComplete ? (
        <RecordForm
          action={closeTrip.bind(null, locale, tripId)}
          initial={untouched()}
          fields={[]}
          submit={t("complete")}
        />
      ) : null}
      <p className="deeds">
        {state === "draft" ? null : <a href={localePath(locale, tripPath(trip))}>{t("public")}</a>}
        <a href={localePath(locale, `/organise/trips/${slug}/dashboard`)}>{t("dashboard")}</a>
        <a href={localePath(locale, `/organise/trips/${slug}/copy`)}>{t("copy")}</a>
        {state === "cancelled" || state === "completed" ? null : (
          <a href={localePath(locale, `/organise/trips/${slug}/cancellation`)}>{t("cancel")}</a>
        )}
      </p>
    </>
  );
}
