import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type FormState, typed } from "#components/form-state.ts";
import { formatWeekday } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

/** What a command answers when it does not do what was asked. */
export type Refused = { reason: string; detail?: Record<string, string | number> };

/** The field at which the refusal of a whole is shown; those not named here stand at the top alone. */
const fieldOf: Record<string, string> = {
  dayInUse: "dates",
  nightsOutside: "dates",
  domainTaken: "domain",
  sameRecord: "into",
  seatsBelowAboard: "seats",
  otherMunicipality: "pickupId",
  vehicleFull: "pickupId",
  begun: "pickupId",
  notGoing: "pickupId",
  alreadySo: "present",
  capacityBelowTaken: "capacity",
};

/**
 * The form as it was sent, with a sentence at every field that must be mended. `invalid` and `incomplete`
 * name the fields in their detail; any other reason has a sentence of its own. What is not found has no
 * form either.
 */
export async function refuse(
  locale: Locale,
  previous: FormState,
  form: FormData,
  { reason, detail = {} }: Refused,
): Promise<FormState> {
  if (reason === "notFound") notFound();
  const t = await getTranslations({ locale, namespace: "organise" });
  if (reason === "invalid" || reason === "incomplete") {
    const errors = Object.entries(detail).map(([name, key]) => ({
      name,
      message: t(`problem.${key as "titleMissing"}`),
    }));
    return withErrors(locale, previous, form, errors);
  }
  const facts = detail.date
    ? { ...detail, date: formatWeekday(String(detail.date), locale) }
    : detail;
  const message = t(`refusal.${reason as "cancelled"}`, facts as never);
  return withErrors(locale, previous, form, [{ name: fieldOf[reason] ?? "form", message }]);
}

/** The form as it was sent, with these sentences. */
export async function withErrors(
  locale: Locale,
  previous: FormState,
  form: FormData,
  errors: FormState["errors"],
): Promise<FormState> {
  const t = await getTranslations({ locale, namespace: "organise.form" });
  const whole = errors.every(({ name }) => name === "form");
  const title = whole ? t("refused") : t("mend", { count: errors.length });
  return { attempt: previous.attempt + 1, values: typed(form), title, errors };
}
