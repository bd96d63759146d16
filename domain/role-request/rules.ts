export type RequestDates = { grantedAt: Date | null; refusedAt: Date | null };

/** The state of a request is read off its dates. */
export function requestState({ grantedAt, refusedAt }: RequestDates) {
  if (grantedAt) return "granted" as const;
  return refusedAt ? ("refused" as const) : ("open" as const);
}

/**
 * What a decision does to a request: decides it, repeats what was decided already, or comes too late
 * after the opposite.
 */
export function decisionOn(
  request: RequestDates,
  wanted: "granted" | "refused",
): "decides" | "repeats" | "alreadyGranted" | "alreadyRefused" {
  const state = requestState(request);
  if (state === "open") return "decides";
  if (state === wanted) return "repeats";
  return state === "granted" ? "alreadyGranted" : "alreadyRefused";
}
