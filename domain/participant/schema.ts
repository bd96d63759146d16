import type { RegistrationState } from "#domain/registration/rules.ts";

/** By what the list can be sorted. */
export const participantSorts = ["name", "registered", "organisation"] as const;

export type ParticipantSort = (typeof participantSorts)[number];

/** Columns that can be shown beside the name, in their order. */
export const participantColumns = [
  "organisation",
  "institution",
  "position",
  "state",
  "phone",
  "email",
  "pickup",
  "registered",
] as const;

export type ParticipantColumn = (typeof participantColumns)[number];

/** What a view of the list asks for; everything is optional, and an address holds it all. */
export type ParticipantFilter = {
  /** Part of a name, municipality, institution or position; case and diacritics do not matter. */
  search?: string;
  state?: RegistrationState;
  organisationId?: string;
  /** A pick-up's id, or `none` for those who have not chosen. */
  pickupId?: string;
  sort?: ParticipantSort;
  /** Counted from 1. */
  page?: number;
};
