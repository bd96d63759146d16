import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/locales.ts";
import en from "#messages/en.json" with { type: "json" };
import lt from "#messages/lt.json" with { type: "json" };
import lv from "#messages/lv.json" with { type: "json" };

const catalogues: Record<Locale, typeof lv> = { lv, en, lt };

/** The texts of a language, outside of a page. */
export const textsIn = (locale: Locale) =>
  createTranslator({ locale, messages: catalogues[locale], timeZone: "Europe/Riga" });

export type Texts = ReturnType<typeof textsIn>;
