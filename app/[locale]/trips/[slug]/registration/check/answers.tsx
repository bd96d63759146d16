import { getTranslations } from "next-intl/server";
import { type PersonField, personFields } from "#components/person-fields.tsx";
import { personTexts } from "#components/person-texts.ts";
import type { Locale } from "#lib/locales.ts";

type AnswersProps = {
  /** As they are to be read: the organisation by its name. */
  answers: Record<PersonField, string>;
  noPhotos: boolean;
  /** Address of the form, whose fields can be linked to. */
  form: string;
  locale: Locale;
};

/** A list of what was answered, each with a link back to its field. */
export async function Answers({ answers, noPhotos, form, locale }: AnswersProps) {
  const t = await getTranslations("registration.check");
  const inForm = await getTranslations("registration.photographs");
  const { fields } = await personTexts(locale);
  return (
    <dl className="answers">
      {personFields
        .filter((name) => answers[name])
        .map((name) => (
          <div key={name}>
            <dt>{fields[name].label}</dt>
            <dd>{answers[name]}</dd>
            <dd className="change">
              {name === "email" ? null : (
                <a href={`${form}#${name}`} aria-label={`${t("edit")}: ${fields[name].label}`}>
                  {t("edit")}
                </a>
              )}
            </dd>
          </div>
        ))}
      {noPhotos ? (
        <div>
          <dt>{inForm("title")}</dt>
          <dd>{inForm("label")}</dd>
          <dd className="change">
            <a href={form} aria-label={`${t("edit")}: ${inForm("title")}`}>
              {t("edit")}
            </a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
