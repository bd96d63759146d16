import { getTranslations } from "next-intl/server";
import {
  type ParticipantColumn,
  type ParticipantFilter,
  participantColumns,
  participantSorts,
} from "#domain/participant/schema.ts";
import { states } from "./read-filter.ts";

type Choice = { id: string; name: string };

type SearchFormProps = {
  filter: ParticipantFilter;
  columns: readonly ParticipantColumn[];
  choices: { organisations: Choice[]; pickups: Choice[] };
};

/** Search, filters, order and columns: an address, so that a view can be kept and sent on. */
export async function SearchForm({ filter, columns, choices }: SearchFormProps) {
  const t = await getTranslations("organise.registrations");
  return (
    <search>
      <form className="filter">
        <div className="field">
          <label htmlFor="search">{t("search")}</label>
          <input id="search" name="search" type="search" defaultValue={filter.search ?? ""} />
        </div>
        <Narrow
          name="state"
          label={t("state")}
          chosen={filter.state}
          any={t("anyState")}
          options={states.map((state) => ({ id: state, name: t(`states.${state}`) }))}
        />
        <Narrow
          name="organisation"
          label={t("organisation")}
          chosen={filter.organisationId}
          any={t("anyState")}
          options={choices.organisations}
        />
        {choices.pickups.length ? (
          <Narrow
            name="pickup"
            label={t("pickup")}
            chosen={filter.pickupId}
            any={t("anyState")}
            options={[{ id: "none", name: t("noPickup") }, ...choices.pickups]}
          />
        ) : null}
        <Narrow
          name="sort"
          label={t("sort")}
          chosen={filter.sort ?? "name"}
          options={participantSorts.map((one) => ({ id: one, name: t(`sorts.${one}`) }))}
        />
        <details className="field columns">
          <summary>{t("columns")}</summary>
          <fieldset className="choices">
            <legend className="sr-only">{t("columns")}</legend>
            {participantColumns.map((one) => (
              <label key={one} className="choice">
                <input
                  type="checkbox"
                  name="column"
                  value={one}
                  defaultChecked={columns.includes(one)}
                />
                {t(one)}
              </label>
            ))}
          </fieldset>
        </details>
        <button className="button quiet" type="submit">
          {t("find")}
        </button>
      </form>
    </search>
  );
}

type NarrowProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  /** Says that nothing is narrowed down; left out where something is always chosen. */
  any?: string;
  options: Choice[];
};

function Narrow({ name, label, chosen, any, options }: NarrowProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ""}>
        {any ? <option value="">{any}</option> : null}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
