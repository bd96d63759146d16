import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale } from "#lib/locales.ts";

/** Texts of one language. Pages take it from the address, actions and handlers name it themselves. */
export default getRequestConfig(async ({ locale: given }) => {
  const wanted = given ?? (await fromAddress());
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const messages = await import(`../../messages/${locale}.json`);
  return { locale, messages: messages.default, timeZone: "Europe/Riga" };
});

async function fromAddress(): Promise<string | undefined> {
  const { locale } = await import("next/root-params");
  return locale();
}
