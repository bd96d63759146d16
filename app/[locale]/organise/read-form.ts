import { momentOfLocal } from "#lib/dates.ts";

/** The text of a field, without blanks around it; empty where there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** The texts of a repeated field, those left empty included, so that rows stay together. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).map((value) => (typeof value === "string" ? value.trim() : ""));
}

/** Text per language from `name.lv`, `name.en`, `name.lt`; a language left empty is not there. */
export function localizedOf(form: FormData, name: string) {
  const en = textOf(form, `${name}.en`);
  const lt = textOf(form, `${name}.lt`);
  return { lv: textOf(form, `${name}.lv`), ...(en ? { en } : {}), ...(lt ? { lt } : {}) };
}

/** The same, or null where no language has anything. */
export function optionalLocalizedOf(form: FormData, name: string) {
  const text = localizedOf(form, name);
  return Object.values(text).some(Boolean) ? text : null;
}

/** A moment from a `datetime-local` field; an invalid Date where it is not one. */
export function momentOf(form: FormData, name: string): Date {
  try {
    return momentOfLocal(textOf(form, name));
  } catch (error) {
    if (error instanceof RangeError) return new Date(Number.NaN);
    throw error;
  }
}

/** A number written with a dot or a comma; NaN where there is none. */
export function numberOf(text: string): number {
  return text === "" ? Number.NaN : Number(text.replace(",", "."));
}
