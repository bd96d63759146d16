import { env } from "#lib/env.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** What the code of a badge holds. */
export const badgeAddress = (badge: string, locale: Locale) =>
  env().APP_URL + localePath(locale, `/badges/${badge}`);
