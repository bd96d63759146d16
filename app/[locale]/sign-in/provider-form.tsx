import type { Locale } from "#lib/locales.ts";

type ProviderFormProps = { text: string; locale: Locale; returnTo: string };

/** The other way in, by the identity provider of this installation. */
export function ProviderForm({ text, locale, returnTo }: ProviderFormProps) {
  return (
    <form method="post" action="/api/sign-in/provider">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <p className="deeds">
        <button className="button quiet" type="submit">
          {text}
        </button>
      </p>
    </form>
  );
}
