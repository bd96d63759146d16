import type { RegistrationFilter } from "#domain/registration/queries.ts";
import type { RegistrationState } from "#domain/registration/rules.ts";

/** States in the order in which the search offers them. */
export const states: readonly RegistrationState[] = ["confirmed", "waiting", "withdrawn"];

type Asked = Record<string, string | string[] | undefined>;

/** What the address asks for; what it cannot mean is left out. */
export function readFilter(asked: Asked): RegistrationFilter {
  const search = first(asked.search).trim().slice(0, 100);
  const state = states.find((one) => one === first(asked.state));
  const page = Number.parseInt(first(asked.page), 10);
  return {
    ...(search ? { search } : {}),
    ...(state ? { state } : {}),
    ...(page > 1 ? { page } : {}),
  };
}

const first = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** The address of a page of the same search. */
export function queryOf({ search, state }: RegistrationFilter, page: number): string {
  const query = new URLSearchParams({
    ...(search ? { search } : {}),
    ...(state ? { state } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return query.size ? `?${query}` : "";
}
