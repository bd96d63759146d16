import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { Conflict, Gone } from "#domain/agenda/commands.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import { withErrors } from "../../../../refuse.ts";
import { clockWords } from "../builder/clock-words.ts";
import { itemFields } from "./item-fields.ts";
import { itemValues } from "./read-item.ts";

/** The field of the form behind a field of an item. */
const fieldOf: Partial<Record<Conflict["conflicts"][number], string>> = {
  title: "title.lv",
  note: "note.lv",
};

/**
 * The form after somebody else changed the same item: at each field that both wrote, what the other wrote;
 * everywhere else the other's changes are in it already. Saved again, what is in the form holds.
 */
export async function tellOfOther(
  actor: Actor,
  locale: Locale,
  previous: FormState,
  form: FormData,
  refused: Conflict | Gone,
): Promise<FormState> {
  const t = await getTranslations({ locale, namespace: "organise.item" });
  if (refused.reason === "gone") {
    const message = t("gone", { name: refused.byName });
    const told = await withErrors(locale, previous, form, [{ name: "form", message }]);
    return { ...told, values: { ...told.values, revision: [String(refused.revision)] } };
  }
  const { merged, theirs, conflicts, byName } = refused;
  const labels = await labelsOf(actor, locale, refused);
  const errors = conflicts.map((field) => ({
    name: fieldOf[field] ?? field,
    message: t("conflict", { name: byName, theirs: said(theirs[field], field, labels, locale) }),
  }));
  const told = await withErrors(locale, previous, form, errors);
  const values = Object.entries(itemValues(merged)).map(([name, value]) => [name, [value].flat()]);
  return { ...told, values: Object.fromEntries(values) };
}

/** What the form calls the choices of its lists. */
type Labels = ReadonlyMap<string, string>;

async function labelsOf(actor: Actor, locale: Locale, { theirs }: Conflict): Promise<Labels> {
  const { before, host, after, speakers } = await itemFields(actor, locale, [theirs.date]);
  const lists = [...before, host, ...after].flatMap((field) =>
    "options" in field ? field.options : [],
  );
  return new Map([...lists, ...speakers].map(({ value, label }) => [value, label]));
}

function said(value: unknown, field: string, labels: Labels, locale: Locale): string {
  if (field === "starts" || field === "ends") return clockWords(Number(value), locale);
  if (value === null || (Array.isArray(value) && value.length === 0)) return "–";
  if (typeof value === "object" && "lv" in value) return textIn(locale, value as { lv: string });
  return [value]
    .flat()
    .map((one) => labels.get(String(one)) ?? String(one))
    .join("; ");
}
