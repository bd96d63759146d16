import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { confirmedCertificate } from "#domain/certificate/queries.ts";
import { dateInRiga, formatDays } from "#lib/dates.ts";
import { isLocale, textIn } from "#lib/locales.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("papers.confirmation");
  return { title: t("check"), robots: { index: false } };
}

/** Says to whoever reads the code of a certificate whether it is genuine: name, trip and days, and no more. */
export default async function CertificatePage({
  params,
}: PageProps<"/[locale]/certificates/[certificate]">) {
  const { locale, certificate: certificateId } = await params;
  if (!isLocale(locale)) notFound();
  const found = await confirmedCertificate(await currentActor(), certificateId, new Date());
  if (!found) notFound();
  const t = await getTranslations("papers.confirmation");
  const issued = formatDays([dateInRiga(found.issuedAt)], locale);
  return (
    <PageShell path={`/certificates/${certificateId}`}>
      <p className="kicker">{t("number", { number: found.number })}</p>
      <h1>{t(found.inForce ? "title" : "over")}</h1>
      <p className="lead">{t(found.inForce ? "genuine" : "replaced", { issued })}</p>
      {found.imported ? <p>{t("elsewhere", found.imported)}</p> : null}
      <dl className="facts">
        <div>
          <dt>{t("name")}</dt>
          <dd>{found.name}</dd>
        </div>
        <div>
          <dt>{t("trip")}</dt>
          <dd>{textIn(locale, found.tripTitle)}</dd>
        </div>
        <div>
          <dt>{t("days")}</dt>
          <dd>{formatDays(found.days, locale)}</dd>
        </div>
      </dl>
    </PageShell>
  );
}
