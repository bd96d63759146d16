import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GiveUp } from "#components/give-up.tsx";
import { PageShell } from "#components/page-shell.tsx";
import { actorOfWithdrawalLink } from "#domain/actor/queries.ts";
import { withdrawalCase } from "#domain/withdrawal/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { isLocale, textIn } from "#lib/locales.ts";
import { comeAfterAll, giveUp } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.withdrawal");
  return { title: t("title"), robots: { index: false } };
}

/** Opened from a mail, without signing in. Opening it changes nothing: a button does. */
export default async function WithdrawalByLink({
  params,
}: PageProps<"/[locale]/withdrawals/[registration]/[token]">) {
  const { locale, registration, token } = await params;
  if (!isLocale(locale)) notFound();
  const link = { registrationId: registration, token };
  const now = new Date();
  const actor = await actorOfWithdrawalLink(link);
  const own = actor && (await withdrawalCase(actor, registration, now));
  if (!own) notFound();
  const t = await getTranslations("registration.withdrawal");
  return (
    <PageShell path={`/withdrawals/${registration}/${token}`}>
      <p className="kicker">
        {textIn(locale, own.tripTitle)}
        {" · "}
        {formatDays(own.tripDates, locale)}
      </p>
      <h1>{t("title")}</h1>
      <GiveUp
        own={own}
        locale={locale}
        now={now}
        giveUp={giveUp.bind(null, locale, link)}
        keep={comeAfterAll.bind(null, locale, link)}
      />
    </PageShell>
  );
}
