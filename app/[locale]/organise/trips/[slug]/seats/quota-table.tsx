import type { ReactNode } from "react";
import { errorOf, type FormState } from "#components/form-state.ts";
import type { OwnSeats } from "#domain/organiser/queries.ts";
import { type QuotaRow, quotaRows } from "./quota-rows.ts";
import type { SeatsTexts } from "./seat-fields.ts";

type Choice = { value: string; label: string; group: string };

type QuotaTableProps = {
  state: FormState;
  quotas: OwnSeats["quotas"];
  totals: ReactNode;
  choices: Choice[];
  texts: SeatsTexts;
};

/** What each municipality is guaranteed, may have at most, and has; with rows for more of them. */
export function QuotaTable({ state, quotas, totals, choices, texts }: QuotaTableProps) {
  const error = errorOf(state, "quotas");
  return (
    <section className={error ? "bad" : ""} id="quotas" tabIndex={-1}>
      <h2>{texts.quotas}</h2>
      {totals}
      <p className="small screen">{texts.quotasHint}</p>
      {error ? <p className="error">{error}</p> : null}
      <table className="list stacks quotas">
        <thead>
          <tr>
            <th scope="col">{texts.organisation}</th>
            <th scope="col">{texts.guaranteed}</th>
            <th scope="col">{texts.maximum}</th>
            <th scope="col">{texts.taken}</th>
          </tr>
        </thead>
        <tbody>
          {quotaRows(state, quotas).map(({ key, ...facts }, row) => (
            <Row key={key} {...facts} row={row} state={state} choices={choices} texts={texts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Omit<QuotaTableProps, "quotas" | "totals"> &
  Omit<QuotaRow, "key"> & { row: number };

function Row({ row, typed, state, quota, choices, texts }: RowProps) {
  const { organisationId } = typed;
  const name = quota?.name ?? `${texts.add} ${row + 1}`;
  const id = `quota.${organisationId || row}`;
  const error = organisationId ? errorOf(state, id) : undefined;
  const described = error ? { "aria-describedby": `${id}-error`, "aria-invalid": true } : {};
  const number = (field: "guaranteed" | "maximum") => (
    <input
      name={field}
      id={field === "guaranteed" ? id : undefined}
      inputMode="numeric"
      aria-label={`${name}: ${texts[field]}`}
      defaultValue={typed[field]}
      {...described}
    />
  );
  return (
    <tr className={[error ? "bad" : "", quota ? "" : "screen"].join(" ").trim()}>
      <td>
        {quota ? (
          <>
            <input type="hidden" name="organisations" value={organisationId} />
            {quota.name}
          </>
        ) : (
          <OrganisationSelect label={name} chosen={organisationId} choices={choices} />
        )}
        {error ? (
          <p className="error" id={`${id}-error`}>
            {error}
          </p>
        ) : null}
      </td>
      <td data-label={texts.guaranteed}>{number("guaranteed")}</td>
      <td data-label={texts.maximum}>{number("maximum")}</td>
      <td data-label={texts.taken}>{quota ? quota.taken : ""}</td>
    </tr>
  );
}

type SelectProps = { label: string; chosen: string; choices: Choice[] };

function OrganisationSelect({ label, chosen, choices }: SelectProps) {
  return (
    <select name="organisations" aria-label={label} defaultValue={chosen}>
      <option value="">–</option>
      {[...Map.groupBy(choices, ({ group }) => group)].map(([group, options]) => (
        <optgroup key={group} label={group}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
