import type { Locale } from "#lib/locales.ts";
import type messages from "../../messages/lv.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
