import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signInBegun } from "#app/_server/sign-in.ts";
import { PageShell } from "#components/page-shell.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { isLocale, localePath } from "#lib/locales.ts";
import { first } from "../first.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.code");
  return { title: t("title"), robots: { index: false } };
}

/** Asks for the code of the mail. It says the same whether the address is known here or not. */
export default async function Code({ params, searchParams }: PageProps<"/[locale]/sign-in/code">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { problem, left, sent } = await searchParams;
  const begun = await signInBegun();
  if (!begun) redirect(localePath(locale, "/sign-in"));
  const { email, callbackUrl, tooMany } = begun;
  const t = await getTranslations("signIn.code");
  const errors = await errorsOf(first(problem), Number(first(left)));
  const field = { hint: t("hint"), error: errors[0]?.message };
  const other = new URLSearchParams({ returnTo: callbackUrl });
  return (
    <PageShell path="/sign-in/code">
      <h1>{t("title")}</h1>
      <p className="lead">{tooMany ? t("tooMany", { email }) : t("lead", { email })}</p>
      <ErrorSummary title={t("mend")} errors={errors} />
      {sent && !tooMany && errors.length === 0 ? (
        <p className="notice" role="status">
          {t("sentAgain")}
        </p>
      ) : null}
      <form method="post" action="/api/sign-in/code" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <Field name="code" label={t("label")} {...field} narrow>
          <input
            {...fieldControl("code", field)}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
          />
        </Field>
        <p className="deeds">
          <SubmitButton>{t("submit")}</SubmitButton>
        </p>
      </form>
      <section>
        <h2>{t("notReceived")}</h2>
        <p>{t("notReceivedHelp")}</p>
        <form method="post" action="/api/sign-in" className="deeds">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="returnTo" value={callbackUrl} />
          <input type="hidden" name="again" value="1" />
          <button className="button quiet" type="submit">
            {t("again")}
          </button>
          <a href={`${localePath(locale, "/sign-in")}?${other}`}>{t("otherAddress")}</a>
        </form>
      </section>
    </PageShell>
  );
}

async function errorsOf(problem: string | undefined, left: number) {
  const t = await getTranslations("signIn.code.problem");
  if (!problem) return [];
  const message =
    problem === "wrong"
      ? t("wrong", { left })
      : t(problem === "incomplete" ? "incomplete" : "over");
  return [{ name: "code", message }];
}
