import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import { roomKinds } from "#domain/lodging/schema.ts";

/** The fields of a lodging. */
export async function lodgingFields(): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("organise.rooms");
  return [
    { kind: "line", name: "name", label: t("name") },
    { kind: "line", name: "address", label: t("address") },
    {
      kind: "line",
      type: "date",
      name: "firstNight",
      label: t("firstNight"),
      hint: t("nightHint"),
      narrow: true,
    },
    { kind: "line", type: "date", name: "lastNight", label: t("lastNight"), narrow: true },
  ];
}

/** The fields by which several rooms are added at once. */
export async function roomFields(): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("organise.rooms");
  return [
    {
      kind: "select",
      name: "kind",
      label: t("kind"),
      options: roomKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    },
    { kind: "line", type: "number", name: "count", label: t("count"), narrow: true },
    {
      kind: "line",
      type: "number",
      name: "from",
      label: t("from"),
      hint: t("fromHint"),
      narrow: true,
    },
  ];
}
