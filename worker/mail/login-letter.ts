import { codeMinutes } from "#domain/sign-in/rules.ts";
import type { LoginMail } from "#domain/sign-in/schema.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { localePath } from "#lib/locales.ts";
import type { Letter } from "./letter.ts";

/** The code and the link with which somebody signs in. `address`: of the product, without a slash. */
export function loginLetter({ code, token, locale }: LoginMail, address: string): Letter {
  const t = textsIn(locale);
  const spaced = `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
  return {
    locale,
    subject: t("mail.code.subject", { code: spaced }),
    heading: t("mail.code.heading"),
    paragraphs: [t("mail.code.lead")],
    code: spaced,
    facts: [],
    deed: {
      label: t("mail.code.deed"),
      href: `${address}${localePath(locale, "/sign-in/confirm")}?t=${token}`,
    },
    afterwards: [t("mail.code.valid", { minutes: codeMinutes }), t("mail.code.ignore")],
    foot: [],
    eu: null,
  };
}
