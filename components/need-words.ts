import { getTranslations } from "next-intl/server";
import type { NeedCase, NeedCounts } from "#domain/need/rules.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** The sentence that is agreed to, and kept as it was shown. */
export async function consentWords(one: NeedCase, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "need" });
  const facts = { organiser: textIn(locale, one.organiser), days: one.keptDays };
  return one.isOwn ? t("agree", facts) : t("agreeFor", { ...facts, person: one.person });
}

/** Counts in one line, as they are copied into a mail to a caterer. */
export async function catererLine(counts: NeedCounts, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "need" });
  const { people, diets, allergies, access } = counts;
  const asked = diets.reduce((sum, one) => sum + one.people, 0);
  const parts = [
    t("line.usual", { people: people - asked }),
    ...diets.map(({ diet, people: count }) => `${count} ${t(`line.${diet}`)}`),
  ];
  const listed = (texts: NeedCounts["access"]) =>
    texts.map(({ text, people: count }) => (count > 1 ? `${text} (${count})` : text)).join("; ");
  return [
    `${t("line.people", { people })}: ${parts.join(", ")}.`,
    ...(allergies.length > 0 ? [`${t("line.allergies")}: ${listed(allergies)}.`] : []),
    ...(access.length > 0 ? [`${t("line.access")}: ${listed(access)}.`] : []),
  ].join(" ");
}
