import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import type { Locale } from "#lib/locales.ts";

/**
 * Each problem of a file in a sentence that begins with where it is: `registrations, entry 3, e-mail: …`; of `more`, how
 * many there are.
 */
export async function problemWords(
  locale: Locale,
  problems: readonly Problem[],
  more: number,
): Promise<FormState["errors"]> {
  const t = await getTranslations({ locale, namespace: "organise.import" });
  const part = (one: string | number) => {
    if (typeof one === "number") return t("entry", { number: one + 1 });
    const key = `part.${one}` as "part.trip";
    // What has no word of its own is called as in the file.
    return /^[A-Za-z]+$/.test(one) && t.has(key) ? t(key) : one;
  };
  const told = problems.map(({ path, reason, facts = {} }) => {
    const what = t(`problem.${reason}`, facts as never);
    return path.length ? t("at", { where: path.map(part).join(", "), what }) : what;
  });
  const all = more > 0 ? [...told, t("more", { count: more })] : told;
  return all.map((message, index) => ({ name: index ? `file.${index}` : "file", message }));
}
