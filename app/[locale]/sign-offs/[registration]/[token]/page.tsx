import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { SignOff } from "#components/sign-off.tsx";
import { actorOfSignOffLink } from "#domain/actor/queries.ts";
import { signOffCase } from "#domain/sign-off/queries.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { sayNo, sayYes } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.signOff");
  return { title: t("title"), robots: { index: false } };
}

/** Opened from a coordinator's mail, without signing in. Opening it changes nothing: a button does. */
export default async function SignOffByLink({
  params,
}: PageProps<"/[locale]/sign-offs/[registration]/[token]">) {
  const { locale, registration, token } = await params;
  if (!isLocale(locale)) notFound();
  const link = { registrationId: registration, token };
  const actor = await actorOfSignOffLink(link);
  const one = actor && (await signOffCase(actor, registration));
  if (!one) notFound();
  const t = await getTranslations("municipality.signOff");
  return (
    <PageShell path={`/sign-offs/${registration}/${token}`}>
      <p className="kicker">{one.organisation}</p>
      <h1>{t("title")}</h1>
      <SignOff
        one={one}
        locale={locale}
        now={new Date()}
        yes={sayYes.bind(null, locale, link)}
        no={sayNo.bind(null, locale, link)}
      />
      <p className="deeds">
        <a href={localePath(locale, "/municipality")}>{t("back")}</a>
      </p>
    </PageShell>
  );
}
