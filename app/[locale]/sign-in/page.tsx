import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { oidcLabel } from "#app/_server/oidc.ts";
import { currentActor } from "#app/_server/session.ts";
import { signInBegun } from "#app/_server/sign-in.ts";
import { PageShell } from "#components/page-shell.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { isPerson } from "#domain/actor/rules.ts";
import { returnPath } from "#domain/sign-in/rules.ts";
import { isLocale, type Locale } from "#lib/locales.ts";
import { first } from "./first.ts";
import { ProviderForm } from "./provider-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title"), robots: { index: false } };
}

/** Asks for the address to which a code and a link are mailed. Whoever is signed in goes on. */
export default async function SignIn({ params, searchParams }: PageProps<"/[locale]/sign-in">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const query = await searchParams;
  const returnTo = returnPath(first(query.returnTo), locale);
  if (isPerson(await currentActor())) redirect(returnTo);
  const t = await getTranslations("signIn");
  const error = await problemOf(first(query.problem));
  const begun = await signInBegun();
  const address = { hint: t("email.hint"), error: error?.email };
  const provider = oidcLabel();
  return (
    <PageShell path="/sign-in">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {error ? <ErrorSummary title={error.title} errors={error.lines} /> : null}
      <form method="post" action="/api/sign-in" noValidate>
        <Hidden locale={locale} returnTo={returnTo} />
        <Field name="email" label={t("email.label")} {...address}>
          <input
            {...fieldControl("email", address)}
            type="email"
            inputMode="email"
            autoComplete="email"
            defaultValue={begun?.email ?? ""}
          />
        </Field>
        <p className="deeds">
          <SubmitButton>{t("send")}</SubmitButton>
        </p>
      </form>
      {provider ? (
        <ProviderForm text={t("withProvider", { provider })} locale={locale} returnTo={returnTo} />
      ) : null}
    </PageShell>
  );
}

function Hidden({ locale, returnTo }: { locale: Locale; returnTo: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="returnTo" value={returnTo} />
    </>
  );
}

/** What went wrong before this page, in words: of the address itself, or of the way to sign in. */
async function problemOf(problem: string | undefined) {
  if (!problem) return null;
  const t = await getTranslations("signIn.problem");
  const known = ["address", "shutOut", "unverified", "provider"] as const;
  const key = known.find((name) => name === problem) ?? "provider";
  const message = t(key);
  return {
    title: t("title"),
    lines: [{ name: "email", message }],
    email: key === "address" ? message : undefined,
  };
}
