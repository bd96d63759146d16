import {
  type ParticipantColumn,
  type ParticipantFilter,
  participantColumns,
  participantSorts,
} from "#domain/participant/schema.ts";
import type { RegistrationState } from "#domain/registration/rules.ts";

/** States in the order in which the search offers them. */
export const states: readonly RegistrationState[] = [
  "confirmed",
  "awaitingSignOff",
  "waiting",
  "withdrawn",
];

export type Asked = Record<string, string | string[] | undefined>;

/** What is shown beside the name until somebody chooses. */
const usualColumns: readonly ParticipantColumn[] = ["organisation", "position", "state", "phone"];

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** What the address asks for; what it cannot mean is left out. */
export function readFilter(asked: Asked): ParticipantFilter {
  const search = first(asked.search).trim().slice(0, 100);
  const state = states.find((one) => one === first(asked.state));
  const sort = participantSorts.find((one) => one === first(asked.sort));
  const [organisationId, pickupId] = [first(asked.organisation), first(asked.pickup)];
  const page = Number.parseInt(first(asked.page), 10);
  return {
    ...(search ? { search } : {}),
    ...(state ? { state } : {}),
    ...(isId(organisationId) ? { organisationId } : {}),
    ...(isId(pickupId) || pickupId === "none" ? { pickupId } : {}),
    ...(sort && sort !== "name" ? { sort } : {}),
    ...(page > 1 ? { page } : {}),
  };
}

/** The columns that the address names, in their own order; the usual ones where it names none. */
export function readColumns(asked: Asked): readonly ParticipantColumn[] {
  const named = [asked.column].flat();
  const chosen = participantColumns.filter((one) => named.includes(one));
  return chosen.length ? chosen : usualColumns;
}

export const first = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** Whether anything is narrowed down. */
export const isNarrowed = ({ search, state, organisationId, pickupId }: ParticipantFilter) =>
  Boolean(search || state || organisationId || pickupId);

/** A view of the list as the parts of an address. */
export function viewOf(
  { search, state, organisationId, pickupId, sort, page }: ParticipantFilter,
  columns: readonly ParticipantColumn[],
): [string, string][] {
  const parts: [string, string | undefined][] = [
    ["search", search],
    ["state", state],
    ["organisation", organisationId],
    ["pickup", pickupId],
    ["sort", sort],
    ...(columns === usualColumns ? [] : columns.map((one): [string, string] => ["column", one])),
    ["page", page && page > 1 ? String(page) : undefined],
  ];
  return parts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** The address of a view, after the path of the list. */
export function queryOf(view: [string, string][]): string {
  return view.length ? `?${new URLSearchParams(view)}` : "";
}
