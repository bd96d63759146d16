import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { addressOfLink } from "#domain/sign-in/queries.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { first } from "../first.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.confirm");
  return { title: t("title"), robots: { index: false } };
}

/** Where the link of a mail leads. Only its button signs in: programs that open links change nothing. */
export default async function Confirm({
  params,
  searchParams,
}: PageProps<"/[locale]/sign-in/confirm">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const token = first((await searchParams).t) ?? "";
  const email = await addressOfLink(await currentActor(), token, new Date());
  const t = await getTranslations("signIn.confirm");
  return (
    <PageShell path="/sign-in/confirm">
      <h1>{email ? t("title") : t("overTitle")}</h1>
      <p className="lead">{email ? t("lead", { email }) : t("over")}</p>
      {email ? (
        <form method="post" action="/api/sign-in/link">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="t" value={token} />
          <p className="deeds">
            <SubmitButton>{t("submit")}</SubmitButton>
          </p>
        </form>
      ) : (
        <p className="deeds">
          <a className="button" href={localePath(locale, "/sign-in")}>
            {t("newCode")}
          </a>
        </p>
      )}
    </PageShell>
  );
}
