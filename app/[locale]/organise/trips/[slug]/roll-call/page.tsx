import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { rollCallTitle } from "#domain/roll-call/queries.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { RollCall } from "./roll-call.tsx";
import { rollCallTexts } from "./roll-call-texts.ts";
import { scanTexts } from "./scanner/scan-texts.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rollCall");
  return { title: t("title") };
}

/** Names nobody: the phone keeps this page for being offline, and the people apart from it. */
export default async function RollCallPage({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/roll-call">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/organise/trips/${slug}/roll-call`;
  const address = localePath(locale, path);
  const actor = await requirePerson(address);
  const title = await rollCallTitle(actor, slug, new Date());
  if (!title) notFound();
  const t = await getTranslations("rollCall");
  const pages = localePath(locale, `/organise/trips/${slug}/attendance`);
  return (
    <PageShell path={path}>
      <link rel="manifest" href={`${address}/manifest`} crossOrigin="use-credentials" />
      <link rel="apple-touch-icon" href="/icons/apple-180.png" />
      <p className="kicker">
        <a href={pages}>{t("pages")}</a>
        {" · "}
        {textIn(locale, title)}
      </p>
      <h1>{t("title")}</h1>
      <noscript>
        <p className="notice">
          {t("withoutScript")} <a href={pages}>{t("pages")}</a>
        </p>
      </noscript>
      <RollCall
        slug={slug}
        locale={locale}
        address={address}
        texts={await rollCallTexts()}
        scanTexts={await scanTexts()}
      />
    </PageShell>
  );
}
