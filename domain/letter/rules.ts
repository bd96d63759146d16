import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import type { InvitationFacts } from "./schema.ts";

/** When the group sets out: the first item of the first day that has one, from where it is; null while that is unknown. */
export function departureOf(facts: ItineraryFacts | null): InvitationFacts["departure"] {
  const first = facts?.days.flatMap(({ items }) => items)[0];
  return first ? { at: new Date(first.startsAt), from: first.place } : null;
}

/** When the group is back: the latest end of an item of the last day that has one; null while that is unknown. */
export function homecomingOf(facts: ItineraryFacts | null): Date | null {
  const last = facts?.days.findLast(({ items }) => items.length > 0);
  return last ? new Date(Math.max(...last.items.map(({ endsAt }) => Date.parse(endsAt)))) : null;
}

/** Hosts and where they are, each once, in the order in which they are visited. */
export function visitsOf(facts: ItineraryFacts | null): InvitationFacts["visits"] {
  const all = facts?.days.flatMap(({ items }) => items) ?? [];
  const hosts = all.flatMap(({ host, place }) => (host ? [{ host, place }] : []));
  return [...new Map(hosts.map((one) => [one.host.lv, one])).values()];
}
