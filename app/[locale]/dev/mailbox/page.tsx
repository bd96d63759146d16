import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { keptMails } from "#domain/mailbox/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import { env } from "#lib/env.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { MailText } from "./mail-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox");
  return { title: t("title"), robots: { index: false } };
}

/** Where the mails of a demo land. Where mails are sent, this page does not exist. */
export default async function Mailbox({
  params,
  searchParams,
}: PageProps<"/[locale]/dev/mailbox">) {
  const { locale } = await params;
  if (!isLocale(locale) || !env().demo) notFound();
  const { to } = await searchParams;
  const address = typeof to === "string" ? to.trim() : "";
  const mails = await keptMails(await currentActor(), address);
  const t = await getTranslations("mailbox");
  return (
    <PageShell path="/dev/mailbox">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <search>
        <form className="filter" action={localePath(locale, "/dev/mailbox")}>
          <Field name="to" label={t("address")}>
            <input {...fieldControl("to", {})} type="search" defaultValue={address} />
          </Field>
          <button className="button quiet" type="submit">
            {t("show")}
          </button>
        </form>
      </search>
      {mails.length === 0 ? <p>{address ? t("noneTo", { address }) : t("empty")}</p> : null}
      {mails.map(({ id, recipient, subject, text, createdAt }) => (
        <section key={id} className="mail">
          <h2>{subject}</h2>
          <p className="small">
            {t("to", { recipient })} · {formatStamp(createdAt, locale)}
          </p>
          <MailText text={text} />
        </section>
      ))}
    </PageShell>
  );
}
