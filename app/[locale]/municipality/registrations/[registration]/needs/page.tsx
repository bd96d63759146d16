import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NeedsForm } from "#components/needs-form.tsx";
import { PageShell } from "#components/page-shell.tsx";
import { needCase } from "#domain/need/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireCoordinator } from "../../../require-coordinator.ts";
import { saveFor, withdrawFor } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("need");
  return { title: t("title") };
}

/** The needs of somebody whom the coordinator entered, as told by that person. */
export default async function NeedsOfMember({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality/registrations/[registration]/needs">) {
  const { registration } = await params;
  const { locale, actor, path, now } = await requireCoordinator(
    params,
    `/registrations/${registration}/needs`,
  );
  const one = await needCase(actor, registration, now);
  if (!one || one.isOwn) notFound();
  const place = { registrationId: one.registrationId, holderId: one.holderId };
  const t = await getTranslations("need");
  const { done } = await searchParams;
  const back = localePath(locale, `/municipality/trips/${one.tripSlug}`);
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={back}>{textIn(locale, one.tripTitle)}</a>
        {" · "}
        {formatDays(one.tripDates, locale)}
      </p>
      <h1>{t("titleOf", { person: one.person })}</h1>
      {done === "saved" || done === "withdrawn" ? (
        <p className="notice" role="status">
          {t(`done.${done}`)}
        </p>
      ) : null}
      <p className="lead">{t("leadFor")}</p>
      <NeedsForm
        one={one}
        locale={locale}
        save={saveFor.bind(null, locale, place)}
        withdraw={withdrawFor.bind(null, locale, place)}
        back={{ href: back, label: t("back") }}
      />
    </PageShell>
  );
}
