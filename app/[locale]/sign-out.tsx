import type { Locale } from "#lib/locales.ts";

const formId = "sign-out";

/** The form that a `SignOutButton` sends. It stands outside of any other form. */
export function SignOut({ locale, returnTo }: { locale: Locale; returnTo?: string }) {
  return (
    <form id={formId} method="post" action="/api/sign-out">
      <input type="hidden" name="locale" value={locale} />
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
    </form>
  );
}

export function SignOutButton({ children }: { children: string }) {
  return (
    <button className="link" type="submit" form={formId}>
      {children}
    </button>
  );
}
