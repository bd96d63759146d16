import { type ItineraryForm, itineraryForms } from "#documents/itinerary-paper.ts";
import { isLocale, type Locale } from "#lib/locales.ts";

export type ItineraryChoice = {
  version: number | null;
  since: number | null;
  form: ItineraryForm;
  /** A second language to stand beside the first. */
  also: Locale | null;
};

/** How an itinerary is asked for in an address; null where there is no such thing. */
export function readItineraryChoice(url: string): ItineraryChoice | null {
  const asked = new URL(url).searchParams;
  const form = asked.get("form") ?? "a4";
  const also = asked.get("also");
  const version = numberIn(asked.get("version"));
  const since = numberIn(asked.get("since"));
  if (version === undefined || since === undefined) return null;
  if (!itineraryForms.includes(form as ItineraryForm) || (also && !isLocale(also))) return null;
  return { version, since, form: form as ItineraryForm, also: also as Locale | null };
}

function numberIn(text: string | null): number | null | undefined {
  if (text === null) return null;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
