import { getTranslations } from "next-intl/server";
import { countedTexts } from "#components/counted.ts";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import type { Locale } from "#lib/locales.ts";
import type { TotalsTexts } from "./live-totals.tsx";

/** The fields before and after the table of quotas, and the table's own words. */
export async function seatFields() {
  const t = await getTranslations("organise.seats");
  const form = await getTranslations("organise.form");
  const before: RecordFieldFacts[] = [
    { kind: "line", type: "number", name: "capacity", label: t("capacity"), narrow: true },
    {
      kind: "choices",
      type: "radio",
      name: "allocationOrder",
      label: t("order"),
      options: [
        { value: "first-come", label: t("firstCome") },
        { value: "spread", label: t("spread") },
      ],
    },
  ];
  const after: RecordFieldFacts[] = [
    {
      kind: "line",
      type: "datetime-local",
      name: "releaseAt",
      label: t("releaseAt"),
      hint: t("releaseAtHint"),
      narrow: true,
    },
    {
      kind: "line",
      type: "datetime-local",
      name: "promotionEndsAt",
      label: t("promotionEndsAt"),
      hint: t("promotionEndsAtHint"),
      narrow: true,
    },
    {
      kind: "line",
      type: "datetime-local",
      name: "namesFrozenAt",
      label: t("namesFrozenAt"),
      hint: t("namesFrozenAtHint"),
      narrow: true,
    },
    {
      kind: "line",
      type: "number",
      name: "signOffHours",
      label: t("signOffHours"),
      hint: t("signOffHoursHint"),
      narrow: true,
    },
  ];
  const texts = {
    quotas: t("quotas"),
    quotasHint: t("quotasHint"),
    organisation: t("organisation"),
    guaranteed: t("guaranteed"),
    maximum: t("maximum"),
    taken: t("taken"),
    add: t("add"),
    submit: t("save"),
    back: form("back"),
  };
  return { before, after, texts };
}

export type SeatsTexts = Awaited<ReturnType<typeof seatFields>>["texts"];

/** The words of the sums, taken apart so that the browser counts them. */
export async function totalsTexts(locale: Locale): Promise<TotalsTexts> {
  const t = await getTranslations({ locale, namespace: "organise.seats.total" });
  const texts = (key: "seats" | "guaranteed" | "municipalities" | "free") =>
    countedTexts(locale, (count) => t(key, { count }));
  return {
    seats: texts("seats"),
    guaranteed: texts("guaranteed"),
    municipalities: texts("municipalities"),
    free: texts("free"),
    all: String(t.raw("all")),
    open: String(t.raw("open")),
    over: t("over"),
    until: String(t.raw("until")),
  };
}
