import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import type { ProjectLine } from "#domain/project/queries.ts";
import { localizedOf, textOf } from "../read-form.ts";

const texts = ["name", "programme", "fundingStatement", "disclaimer"] as const;

/** The fields of a project. */
export async function projectFields(): Promise<RecordFieldFacts[]> {
  const t = await getTranslations("organise");
  const localized = {
    others: t("form.otherLanguages"),
    languages: { en: t("form.english"), lt: t("form.lithuanian") },
  };
  return [
    { kind: "line", name: "number", label: t("projects.number"), narrow: true },
    { kind: "line", name: "shortName", label: t("projects.shortName") },
    {
      kind: "choices",
      type: "radio",
      name: "period",
      label: t("projects.period"),
      hint: t("projects.periodHint"),
      options: ["2014-2020", "2021-2027"].map((value) => ({
        value,
        label: value.replace("-", "–"),
      })),
    },
    ...texts.map(
      (name): RecordFieldFacts => ({
        kind: "localized",
        name,
        label: t(`projects.${name}`),
        ...(name === "disclaimer" ? { hint: String(t.raw("projects.disclaimerHint")) } : {}),
        rows: 3,
        ...localized,
      }),
    ),
  ];
}

/** A project as its form holds it: what the schema then checks. */
export function readProject(form: FormData) {
  return {
    number: textOf(form, "number"),
    shortName: textOf(form, "shortName"),
    period: textOf(form, "period") as ProjectLine["period"],
    name: localizedOf(form, "name"),
    programme: localizedOf(form, "programme"),
    fundingStatement: localizedOf(form, "fundingStatement"),
    disclaimer: localizedOf(form, "disclaimer"),
  };
}

/** What the form holds for a project on record. */
export function projectValues(project: ProjectLine): Record<string, string> {
  const { number, shortName, period } = project;
  const words = texts.flatMap((name) =>
    Object.entries(project[name]).map(([locale, value]) => [`${name}.${locale}`, value ?? ""]),
  );
  return { number, shortName, period, ...Object.fromEntries(words) };
}
