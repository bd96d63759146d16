import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";

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
