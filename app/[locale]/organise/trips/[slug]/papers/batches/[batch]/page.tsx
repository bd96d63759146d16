import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeepLooking } from "#components/keep-looking.tsx";
import { batchProgress } from "#domain/paper-batch/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("papers.batch");
  return { title: t("progress") };
}

/** How far a batch of papers has come; at the end, its files. */
export default async function Batch({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/papers/batches/[batch]">) {
  const { batch: batchId } = await params;
  const { locale, actor, trip, path } = await requireOwnTrip(params, `/papers/batches/${batchId}`);
  const batch = await batchProgress(actor, trip.slug, batchId);
  if (!batch) notFound();
  const t = await getTranslations("papers");
  const { paper, papers, made, finished, refusal } = batch;
  const back = localePath(locale, `/organise/trips/${trip.slug}/papers`);
  const file = `${back}/batches/${batchId}/${paper}s`;
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t(`batch.${paper}`)}
      back={{ href: back, label: t("title") }}
    >
      <p className="lead" role="status">
        {refusal ? t(`batch.refusal.${refusal}.${paper}`) : null}
        {finished && !refusal ? t("batch.papers", { count: made }) : null}
        {finished ? null : t("batch.running", { made, papers: papers ?? 0 })}
      </p>
      {refusal ? null : (
        <progress value={made} max={papers ?? 1} aria-label={t("batch.progress")} />
      )}
      {finished ? null : <KeepLooking />}
      {finished && !refusal ? (
        <ul className="plain">
          <li>
            <a href={`${file}.pdf`}>{t("batch.pdf")}</a>
          </li>
          <li>
            <a href={`${file}.zip`}>{t("batch.zip")}</a>
          </li>
        </ul>
      ) : null}
      {finished && !refusal ? <p className="small">{t("batch.kept")}</p> : null}
    </TripPage>
  );
}
