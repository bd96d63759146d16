import { getTranslations } from "next-intl/server";
import { FoldedForms } from "#components/folded-forms.tsx";
import { untouched } from "#components/form-state.ts";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import type { Stop, Vehicle } from "#domain/travel/queries.ts";
import { clockInRiga, dateInRiga, formatTime, formatWeekday } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { dropPickup, dropVehicle, keepPickup, keepVehicle } from "./actions.ts";
import { vehicleFields } from "./fields.ts";

type VehicleSectionProps = {
  vehicle: Vehicle;
  locale: Locale;
  trip: { tripId: string; slug: string };
  stopFields: RecordFieldFacts[];
};

/** A vehicle with its stops as a line, each with how many get on there. */
export async function VehicleSection({ vehicle, locale, trip, stopFields }: VehicleSectionProps) {
  const t = await getTranslations("organise.travel");
  const aboard = vehicle.stops.reduce((sum, { people }) => sum + people, 0);
  return (
    <section>
      <h2>{vehicle.name}</h2>
      <p>
        {t("aboard", { aboard, seats: vehicle.seats })}{" "}
        {[vehicle.driverName, vehicle.driverPhone].filter(Boolean).join(", ")}
      </p>
      {vehicle.stops.length === 0 ? <p>{t("noStops")}</p> : null}
      <ol className="line">
        {vehicle.stops.map((stop) => (
          <StopItem key={stop.id} stop={stop} locale={locale} trip={trip} fields={stopFields} />
        ))}
      </ol>
      <p className="deeds">
        <a href={localePath(locale, `/organise/trips/${trip.slug}/travel/${vehicle.id}`)}>
          {t("manifest")}
          <span className="sr-only">: {vehicle.name}</span>
        </a>
      </p>
      <FoldedForms
        summary={t("changeVehicle")}
        of={vehicle.name}
        forms={[
          {
            action: keepVehicle.bind(null, locale, trip, vehicle.id),
            initial: untouched({
              name: vehicle.name,
              seats: String(vehicle.seats),
              driverName: vehicle.driverName ?? "",
              driverPhone: vehicle.driverPhone ?? "",
            }),
            fields: await vehicleFields(),
            idPrefix: `${vehicle.id}-`,
            submit: t("saveVehicle"),
            formId: `vehicle-${vehicle.id}`,
          },
          {
            action: dropVehicle.bind(null, locale, trip, vehicle.id),
            initial: untouched(),
            fields: [],
            submit: t("removeVehicle"),
            formId: `remove-${vehicle.id}`,
          },
        ]}
      />
    </section>
  );
}

type StopItemProps = {
  stop: Stop;
  locale: Locale;
  trip: VehicleSectionProps["trip"];
  fields: RecordFieldFacts[];
};

async function StopItem({ stop, locale, trip, fields }: StopItemProps) {
  const t = await getTranslations("organise.travel");
  const date = dateInRiga(stop.departsAt);
  const name = [stop.place, stop.spot].filter(Boolean).join(", ");
  return (
    <li className={stop.people ? "done" : ""}>
      <span className="when">{formatTime(stop.departsAt, locale)}</span>
      <span className="stop" />
      <div className="what">
        <h3>{name}</h3>
        <p>
          {formatWeekday(date, locale)} · {stop.organisation ?? t("forEverybody")} ·{" "}
          {t("getOn", { count: stop.people })}
        </p>
        <FoldedForms
          summary={t("changeStop")}
          of={name}
          forms={[
            {
              action: keepPickup.bind(null, locale, trip, stop.id),
              initial: untouched({
                vehicleId: stop.vehicleId,
                placeId: stop.placeId ?? "",
                spot: stop.spot,
                date,
                clock: clockInRiga(stop.departsAt),
                organisationId: stop.organisationId ?? "",
              }),
              fields,
              idPrefix: `${stop.id}-`,
              submit: t("saveStop"),
              formId: `stop-${stop.id}`,
            },
            {
              action: dropPickup.bind(null, locale, trip, stop.id),
              initial: untouched(),
              fields: [],
              submit: t("removeStop"),
              formId: `remove-${stop.id}`,
            },
          ]}
        />
      </div>
    </li>
  );
}
