import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { memberFields } from "#components/member-fields.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { Sent } from "#domain/municipality/queries.ts";
import type { Locale } from "#lib/locales.ts";
import { nameOne } from "./actions.ts";

type NamePlacesProps = { places: readonly Sent[]; until: string; page: string; locale: Locale };

/** A form for each place that nobody is named for yet. */
export async function NamePlaces({ places, until, page, locale }: NamePlacesProps) {
  const t = await getTranslations("municipality.delegation");
  const fields = await memberFields();
  return (
    <section className="screen">
      <h2>{t("name.title")}</h2>
      <p>{t("name.until", { until })}</p>
      {places.map(({ registrationId }, index) => (
        <RecordForm
          key={registrationId}
          action={nameOne.bind(null, locale, page, registrationId)}
          initial={untouched()}
          fields={fields}
          submit={t("name.submit")}
          formId={`place-${index + 1}`}
          idPrefix={`place-${index + 1}-`}
          fold={{ summary: t("name.place", { number: index + 1 }) }}
        />
      ))}
    </section>
  );
}
