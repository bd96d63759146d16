import type { PlaceName } from "#domain/check-in/queries.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** Where people are marked: "7.30 Pie domes". */
export const placeWords = ({ name, time }: PlaceName, locale: Locale) =>
  `${locale === "en" ? time : time.replace(":", ".")} ${textIn(locale, name)}`;
