import { getTranslations } from "next-intl/server";
import type { Locale } from "#lib/locales.ts";
import { SignOutForm } from "./sign-out-form.tsx";

const formId = "sign-out";

/** The form that a `SignOutButton` sends. It stands outside of any other form. */
export async function SignOut({ locale, returnTo }: { locale: Locale; returnTo?: string }) {
  const t = await getTranslations("rollCall");
  return (
    <SignOutForm id={formId} warning={t("signOutWarning", { count: "{count}" })}>
      <input type="hidden" name="locale" value={locale} />
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
    </SignOutForm>
  );
}

export function SignOutButton({ children }: { children: string }) {
  return (
    <button className="link" type="submit" form={formId}>
      {children}
    </button>
  );
}
