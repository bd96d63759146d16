import type { TripState } from "#domain/trip/rules.ts";

/** The shape before the word of a trip's state; open and running are filled. */
export const stateMark: Record<TripState, "" | "waiting" | "withdrawn"> = {
  draft: "waiting",
  announced: "waiting",
  open: "",
  closed: "",
  completed: "withdrawn",
  cancelled: "withdrawn",
};
