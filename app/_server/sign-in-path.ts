import { localeOfPath } from "#domain/sign-in/rules.ts";
import { localePath } from "#lib/locales.ts";

/** The sign-in page in the language of the address that it leads back to. */
export function signInPath(returnTo: string): string {
  const path = localePath(localeOfPath(returnTo), "/sign-in");
  return `${path}?${new URLSearchParams({ returnTo })}`;
}
