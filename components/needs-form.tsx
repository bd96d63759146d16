import { getTranslations } from "next-intl/server";
import type { NeedCase } from "#domain/need/rules.ts";
import { diets } from "#domain/need/schema.ts";
import { dateInRiga, formatDateShort } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import type { FormAction } from "./form-frame.tsx";
import { untouched } from "./form-state.ts";
import { consentWords } from "./need-words.ts";
import { RecordForm } from "./record-form.tsx";

type NeedsFormProps = {
  one: NeedCase;
  locale: Locale;
  save: FormAction;
  withdraw: FormAction;
  back: { href: string; label: string };
};

/** What somebody needs on the way, kept by a consent that can be taken back on the same page. */
export async function NeedsForm({ one, locale, save, withdraw, back }: NeedsFormProps) {
  const t = await getTranslations("need");
  const { need, consentedAt } = one;
  const consent = {
    kind: "choices" as const,
    type: "checkbox" as const,
    name: "agreed",
    label: t("consent"),
    options: [{ value: "yes", label: await consentWords(one, locale) }],
  };
  return (
    <>
      <RecordForm
        action={save}
        initial={untouched({
          diet: need?.diet ?? "none",
          allergy: need?.allergy ?? "",
          access: need?.access ?? "",
        })}
        fields={[
          {
            kind: "choices",
            type: "radio",
            name: "diet",
            label: t("diet.label"),
            options: diets.map((value) => ({ value, label: t(`diet.${value}`) })),
          },
          { kind: "text", name: "allergy", label: t("allergy"), hint: t("allergyHint"), rows: 2 },
          { kind: "text", name: "access", label: t("access"), hint: t("accessHint"), rows: 2 },
          ...(one.asksConsent ? [consent] : []),
        ]}
        submit={t("submit")}
        back={back}
      />
      {consentedAt ? (
        <section>
          <h2>{t("consent")}</h2>
          <p>{t("consented", { date: formatDateShort(dateInRiga(consentedAt), locale) })}</p>
          <RecordForm
            action={withdraw}
            initial={untouched()}
            fields={[]}
            submit={t("withdraw")}
            quiet
            formId="withdraw"
          />
        </section>
      ) : null}
    </>
  );
}
