import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import type { PlaceChoice } from "#domain/host/queries.ts";
import type { Vehicle } from "#domain/travel/queries.ts";
import { formatWeekday, type IsoDate } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

/** The fields of a vehicle. */
export async function vehicleFields(): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("organise.travel");
  return [
    { kind: "line", name: "name", label: t("name"), hint: t("nameHint") },
    {
      kind: "line",
      type: "number",
      name: "seats",
      label: t("seats"),
      hint: t("seatsHint"),
      narrow: true,
    },
    { kind: "line", name: "driverName", label: t("driverName") },
    { kind: "line", name: "driverPhone", label: t("driverPhone"), hint: t("driverPhoneHint") },
  ];
}

type Choices = {
  vehicles: Vehicle[];
  towns: PlaceChoice[];
  municipalities: { id: string; name: string }[];
  dates: IsoDate[];
};

/** The fields of a stop. */
export async function pickupFields(choices: Choices, locale: Locale): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("organise.travel");
  const { vehicles, towns, municipalities, dates } = choices;
  return [
    {
      kind: "select",
      name: "vehicleId",
      label: t("vehicle"),
      options: vehicles.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: "select",
      name: "placeId",
      label: t("place"),
      empty: "–",
      options: towns.map(({ id, name, region }) => ({ value: id, label: `${name} (${region})` })),
    },
    { kind: "line", name: "spot", label: t("spot"), hint: t("spotHint") },
    {
      kind: "select",
      name: "date",
      label: t("date"),
      options: dates.map((date) => ({ value: date, label: formatWeekday(date, locale) })),
    },
    { kind: "line", type: "time", name: "clock", label: t("clock"), narrow: true },
    {
      kind: "select",
      name: "organisationId",
      label: t("for"),
      empty: t("forEverybody"),
      options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}
