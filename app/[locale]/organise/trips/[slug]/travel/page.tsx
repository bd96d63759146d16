import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { places } from "#domain/host/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { travelOfTrip } from "#domain/travel/queries.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { keepPickup, keepVehicle } from "./actions.ts";
import { pickupFields, vehicleFields } from "./fields.ts";
import { VehicleSection } from "./vehicle-section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.travel");
  return { title: t("title") };
}

const done = ["vehicle", "pickup", "removed"] as const;

/** The vehicles of a trip, their stops, and how many get on where. */
export default async function Travel({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/travel">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/travel");
  const [travel, municipalities, towns, asked] = await Promise.all([
    travelOfTrip(actor, trip.tripId),
    municipalitiesForSelect(actor, locale),
    places(actor),
    searchParams,
  ]);
  if (!travel) notFound();
  const t = await getTranslations("organise.travel");
  const { vehicles, unassigned } = travel;
  const reference = { tripId: trip.tripId, slug: trip.slug };
  const stopFields = await pickupFields(
    { vehicles, towns, municipalities, dates: trip.dates },
    locale,
  );
  const notice = done.find((one) => one === asked.done);
  const seats = vehicles.reduce((sum, vehicle) => sum + vehicle.seats, 0);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      notice={notice && t(`done.${notice}`)}
    >
      <p className="lead">
        {t("summary", { vehicles: vehicles.length, seats })}{" "}
        {vehicles.length ? t("unassigned", { count: unassigned }) : ""}
      </p>
      {vehicles.map((vehicle) => (
        <VehicleSection
          key={vehicle.id}
          vehicle={vehicle}
          locale={locale}
          trip={reference}
          stopFields={stopFields}
        />
      ))}
      {vehicles.length ? (
        <section>
          <h2>{t("addStop")}</h2>
          <RecordForm
            action={keepPickup.bind(null, locale, reference, null)}
            initial={untouched({ vehicleId: vehicles[0]?.id ?? "", date: trip.dates[0] ?? "" })}
            fields={stopFields}
            submit={t("saveStop")}
            formId="stop"
            idPrefix="stop-"
          />
        </section>
      ) : null}
      <section>
        <h2>{t("addVehicle")}</h2>
        <RecordForm
          action={keepVehicle.bind(null, locale, reference, null)}
          initial={untouched()}
          fields={await vehicleFields()}
          submit={t("saveVehicle")}
          formId="vehicle"
        />
      </section>
    </TripPage>
  );
}
