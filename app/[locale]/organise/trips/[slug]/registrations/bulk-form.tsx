import { getTranslations } from "next-intl/server";
import { bulkKinds } from "#domain/bulk/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type BulkFormProps = {
  locale: Locale;
  slug: string;
  /** The view of the list as parts of an address, for whoever chooses all that it finds. */
  view: [string, string][];
  found: number;
  hasPickups: boolean;
};

export const selectionForm = "selection";

/** What can be done to those who are chosen: the next page asks for what it takes, and says to how many. */
export async function BulkForm({ locale, slug, view, found, hasPickups }: BulkFormProps) {
  const t = await getTranslations("organise.bulk");
  const action = localePath(locale, `/organise/trips/${slug}/registrations/bulk`);
  const kinds = bulkKinds.filter((kind) => kind !== "pickup" || hasPickups);
  return (
    <form id={selectionForm} action={action} className="filter">
      {view.map(([name, value]) => (
        <input key={`${name}${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label htmlFor="who">{t("who")}</label>
        <select id="who" name="who">
          <option value="chosen">{t("chosen")}</option>
          <option value="all">{t("all", { count: found })}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="kind">{t("what")}</label>
        <select id="kind" name="kind">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <button className="button quiet" type="submit">
        {t("next")}
      </button>
    </form>
  );
}
