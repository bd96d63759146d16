import type { WordingField } from "#domain/wording/rules.ts";
import { formatDays } from "#lib/dates.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { type Locale, type LocalizedWords, textIn } from "#lib/locales.ts";

type SampleTrip = {
  title: LocalizedWords;
  aim: LocalizedWords;
  dates: string[];
  organisation: string;
};

export type SampleFields = Record<Locale, Record<WordingField, string>>;

/** What the fields stand for in a letter of this trip to somebody who does not exist. */
export function sampleFields(trip: SampleTrip): SampleFields {
  const inLanguage = (locale: Locale) => {
    const t = textsIn(locale);
    return {
      name: t("papers.wording.sample.name"),
      institution: t("papers.wording.sample.institution"),
      position: t("papers.wording.sample.position"),
      departure: t("papers.wording.sample.departure"),
      return: t("papers.wording.sample.return"),
      hours: t("papers.certificate.hoursCount", { hours: 6 }),
      trip: textIn(locale, trip.title),
      aim: textIn(locale, trip.aim),
      days: formatDays(trip.dates, locale),
      organiser: trip.organisation,
    };
  };
  return { lv: inLanguage("lv"), en: inLanguage("en"), lt: inLanguage("lt") };
}
