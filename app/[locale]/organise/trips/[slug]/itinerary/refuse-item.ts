import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import type { Locale } from "#lib/locales.ts";
import { type Refused, withErrors } from "../../../refuse.ts";

/** The field at which a refusal of the whole is shown; the others stand at the top alone. */
const fieldOf: Record<string, string> = {
  noDuration: "ends",
  pastMidnight: "ends",
  notADay: "date",
  clockSkipped: "starts",
  coordinates: "longitude",
  unknownChoice: "hostId",
  empty: "note",
  unchanged: "note",
};

/**
 * A form of the itinerary as it was sent, with its sentences. `invalid` names in its detail the key of a
 * sentence per field, as the schema gives it (`itinerary.error.starts`).
 */
export async function refuseItem(
  locale: Locale,
  previous: FormState,
  form: FormData,
  { reason, detail = {} }: Refused,
): Promise<FormState> {
  if (reason === "notFound") notFound();
  const t = await getTranslations({ locale });
  const errors =
    reason === "invalid"
      ? Object.entries(detail).map(([name, key]) => ({
          name,
          message: t(key as "itinerary.error.title"),
        }))
      : [
          {
            name: fieldOf[reason] ?? "form",
            message: t(`itinerary.error.${reason as "unchanged"}`, detail as never),
          },
        ];
  return withErrors(locale, previous, form, errors);
}
