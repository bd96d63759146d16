import { getTranslations } from "next-intl/server";
import type { RegistrationFilter } from "#domain/registration/queries.ts";
import { states } from "./read-filter.ts";

/** Search by name and state: an address, so that it can be kept and sent on. */
export async function SearchForm({ filter }: { filter: RegistrationFilter }) {
  const t = await getTranslations("organise.registrations");
  return (
    <search>
      <form className="filter">
        <div className="field">
          <label htmlFor="search">{t("search")}</label>
          <input id="search" name="search" type="search" defaultValue={filter.search ?? ""} />
        </div>
        <div className="field">
          <label htmlFor="state">{t("state")}</label>
          <select id="state" name="state" defaultValue={filter.state ?? ""}>
            <option value="">{t("anyState")}</option>
            {states.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </select>
        </div>
        <button className="button quiet" type="submit">
          {t("find")}
        </button>
      </form>
    </search>
  );
}
