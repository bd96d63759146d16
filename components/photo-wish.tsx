import { getTranslations } from "next-intl/server";
import type { FormAction } from "./form-frame.tsx";
import { untouched } from "./form-state.ts";
import { RecordForm } from "./record-form.tsx";

type PhotoWishProps = {
  noPhotos: boolean;
  action: FormAction;
  /** Another form of the page has what is mostly done. */
  quiet?: boolean;
  back?: { href: string; label: string };
};

/** The wish not to be photographed, to be made and taken back. */
export async function PhotoWish({ noPhotos, action, quiet, back }: PhotoWishProps) {
  const t = await getTranslations("registration.photographs");
  return (
    <RecordForm
      action={action}
      initial={untouched({ noPhotos: noPhotos ? "yes" : "" })}
      fields={[
        {
          kind: "choices",
          type: "checkbox",
          name: "noPhotos",
          label: t("title"),
          hint: t("hint"),
          options: [{ value: "yes", label: t(quiet ? "labelOf" : "label") }],
        },
      ]}
      submit={t("submit")}
      formId="photographs"
      {...(quiet ? { quiet } : {})}
      {...(back ? { back } : {})}
    />
  );
}
