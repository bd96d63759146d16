import { getTranslations } from "next-intl/server";
import { Logo } from "#components/eu-block.tsx";
import { FoldedForms } from "#components/folded-forms.tsx";
import { untouched } from "#components/form-state.ts";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import { mostLogos } from "#domain/logo/schema.ts";
import type { ProjectLine } from "#domain/project/queries.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { dropLogo, moveLogoForward, nameLogo, sendLogo } from "./actions.ts";
import { LogoForm } from "./logo-form.tsx";

type LogoSectionProps = { project: Pick<ProjectLine, "id" | "logos">; locale: Locale };

/** The logos that stand beneath the emblem: added, named, put in order, removed. */
export async function LogoSection({ project, locale }: LogoSectionProps) {
  const { id: projectId, logos } = project;
  const t = await getTranslations("organise.logos");
  const name = await nameField();
  return (
    <section id="logos">
      <h2>{t("title")}</h2>
      <p>{t("lead")}</p>
      {logos.length ? (
        <ol className="plain logo-list">
          {logos.map((logo, at) => {
            const place = { projectId, sha256: logo.sha256 };
            const idPrefix = `logo-${logo.sha256.slice(0, 8)}-`;
            const form = { initial: untouched(), fields: [], quiet: true, idPrefix };
            const moving = {
              action: moveLogoForward.bind(null, locale, place),
              submit: t("move"),
              formId: `${idPrefix}move`,
            };
            return (
              <li key={logo.sha256}>
                <p className="logos">
                  <Logo logo={logo} alt="" />
                  {textIn(locale, logo.name)}
                </p>
                <FoldedForms
                  summary={t("change")}
                  forms={[
                    {
                      ...form,
                      action: nameLogo.bind(null, locale, place),
                      initial: untouched(nameValues(logo.name)),
                      fields: [name],
                      submit: t("rename"),
                      formId: `${idPrefix}naming`,
                    },
                    ...(at > 0 ? [{ ...form, ...moving }] : []),
                    {
                      ...form,
                      action: dropLogo.bind(null, locale, place),
                      submit: t("remove"),
                      formId: `${idPrefix}removal`,
                    },
                  ]}
                />
              </li>
            );
          })}
        </ol>
      ) : (
        <p>{t("none")}</p>
      )}
      {logos.length < mostLogos ? (
        <Upload projectId={projectId} locale={locale} name={name} more={logos.length > 0} />
      ) : (
        <p>{t("full", { count: mostLogos })}</p>
      )}
    </section>
  );
}

type UploadProps = { projectId: string; locale: Locale; name: RecordFieldFacts; more: boolean };

async function Upload({ projectId, locale, name, more }: UploadProps) {
  const t = await getTranslations("organise.logos");
  const problems = await getTranslations("organise.problem");
  return (
    <LogoForm
      action={sendLogo.bind(null, locale, projectId)}
      initial={untouched()}
      fold={more ? { summary: t("another") } : undefined}
      name={name}
      texts={{
        file: t("file"),
        hint: t("fileHint"),
        tooLarge: problems("logoTooLarge"),
        submit: t("add"),
      }}
    />
  );
}

async function nameField(): Promise<RecordFieldFacts> {
  const t = await getTranslations("organise");
  return {
    kind: "localized",
    name: "logoName",
    label: t("logos.name"),
    hint: t("logos.nameHint"),
    others: t("form.otherLanguages"),
    languages: { en: t("form.english"), lt: t("form.lithuanian") },
  };
}

const nameValues = (name: ProjectLine["logos"][number]["name"]) =>
  Object.fromEntries(Object.entries(name).map(([locale, text]) => [`logoName.${locale}`, text]));
