import type { FormState } from "#components/form-state.ts";
import type { OwnSeats } from "#domain/organiser/queries.ts";

type Quota = OwnSeats["quotas"][number];

export type QuotaRow = {
  /** By which it stays the same row while others come in. */
  key: string;
  typed: ReturnType<typeof typedOf>;
  /** On record already; none where a municipality is still to be chosen. */
  quota: Quota | undefined;
};

/** How many empty rows wait for another municipality. */
const spare = 3;

/** What was typed, then what came on record since, then empty rows: colleagues may have changed which there are. */
export function quotaRows({ values }: FormState, quotas: readonly Quota[]): QuotaRow[] {
  const { organisations = [], guaranteed = [], maximum = [] } = values;
  const typed = organisations.flatMap((organisationId, row) => {
    const facts = {
      organisationId,
      guaranteed: guaranteed[row] ?? "",
      maximum: maximum[row] ?? "",
    };
    if (!Object.values(facts).some(Boolean)) return [];
    // A municipality that was chosen twice is to be chosen anew in its second row.
    const isFirst = organisations.indexOf(organisationId) === row;
    const quota = isFirst ? quotas.find((one) => one.organisationId === organisationId) : undefined;
    return [{ key: `typed ${row}`, typed: facts, quota }];
  });
  const since = quotas
    .filter(({ organisationId }) => !organisations.includes(organisationId))
    .map((quota) => ({ key: quota.organisationId, typed: typedOf(quota), quota }));
  const none = { organisationId: "", guaranteed: "", maximum: "" };
  const empty = Array.from({ length: spare }, (_, at) => ({
    ...{ key: `spare ${at}`, typed: none },
    quota: undefined,
  }));
  return [...typed, ...since, ...empty];
}

/** A quota on record as its row holds it. */
export const typedOf = ({ organisationId, guaranteed, maximum }: Quota) => ({
  organisationId,
  guaranteed: guaranteed ? String(guaranteed) : "",
  maximum: maximum === null ? "" : String(maximum),
});
