import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeepLooking } from "#components/keep-looking.tsx";
import { bulkProgress } from "#domain/bulk/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.bulk");
  return { title: t("progress") };
}

/** How far a bulk work has come; at the end, for whom it was not done and why. */
export default async function Work({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations/work/[work]">) {
  const { work: workId } = await params;
  const { locale, actor, trip, path } = await requireOwnTrip(
    params,
    `/registrations/work/${workId}`,
  );
  const work = await bulkProgress(actor, trip.slug, workId);
  if (!work) notFound();
  const t = await getTranslations("organise.bulk");
  const list = await getTranslations("organise.registrations");
  const { all, done, failed, finished } = work;
  const back = localePath(locale, `/organise/trips/${trip.slug}/registrations`);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t(`kind.${work.kind}`)}
      back={{ href: back, label: list("title") }}
    >
      <p className="lead" role="status">
        {t(finished ? "finished" : "running", { done: done - failed.length, all })}
      </p>
      <progress value={done} max={all} aria-label={t("progress")} />
      {finished ? null : <KeepLooking />}
      {failed.length ? (
        <section>
          <h2>{t("failed", { count: failed.length })}</h2>
          <ul className="plain">
            {failed.map(({ registrationId, name, organisation, refusal }) => (
              <li key={registrationId}>
                <a href={`${back}/${registrationId}`}>{name || list("unnamed")}</a> ({organisation}
                ): {t(`refusal.${refusal as "full"}`)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="deeds">
        <a href={back}>{t("toList")}</a>
      </p>
    </TripPage>
  );
}
