import {
  type ItineraryForm,
  itineraryPaper,
  type PersonalOnPaper,
  sideBySide,
} from "#documents/itinerary-paper.ts";
import type { Paper } from "#documents/render.ts";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { env } from "#lib/env.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type Wanted = {
  locale: Locale;
  also: Locale | null;
  form: ItineraryForm;
  since: ItineraryFacts | null;
  cancelled: boolean;
  personal?: PersonalOnPaper;
  printedAt: Date;
};

/** Everybody who asks within the same minutes gets the same paper. */
export const printedNow = () => new Date(Math.floor(Date.now() / someMinutes) * someMinutes);

const someMinutes = 5 * 60_000;

/** A version of an itinerary as the paper that was asked for. */
export function itineraryDocument(facts: ItineraryFacts, wanted: Wanted): Paper {
  const { locale, also, form, since, cancelled, personal, printedAt } = wanted;
  const address = env().APP_URL + localePath(locale, `/trips/${facts.trip.slug}/itinerary`);
  const inLanguage = (language: Locale) =>
    itineraryPaper(facts, {
      locale: language,
      t: textsIn(language),
      address,
      form,
      since,
      cancelled,
      printedAt,
      personal: personal ?? null,
    });
  const words =
    also && also !== locale ? sideBySide(inLanguage(locale), inLanguage(also)) : inLanguage(locale);
  const name = form === "booklet" ? "booklet" : "itinerary";
  return { name, words, madeAt: printedAt };
}
