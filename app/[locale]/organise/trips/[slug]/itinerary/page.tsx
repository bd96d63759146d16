import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Changes } from "#components/changes.tsx";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { PersonActor } from "#domain/actor/schema.ts";
import { briefly, type Difference } from "#domain/difference/rules.ts";
import { changesSince } from "#domain/draft/queries.ts";
import { type DraftItinerary, draftItinerary } from "#domain/itinerary/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { publishDraft } from "./actions.ts";
import { changeDraft } from "./builder/actions.ts";
import { Builder } from "./builder/builder.tsx";
import { builderTexts } from "./builder/texts.ts";
import { builderView, othersWords } from "./builder/view.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.itinerary");
  return { title: t("title") };
}

const done = ["item", "merged", "removed", "version"] as const;

export default async function DraftItineraryPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/itinerary">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/itinerary");
  const [draft, asked] = await Promise.all([draftItinerary(actor, trip.slug), searchParams]);
  if (!draft) notFound();
  const t = await getTranslations("organise.itinerary");
  const notice = done.find((one) => one === asked.done);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      notice={notice && t(`done.${notice}`)}
    >
      {(await others(actor, trip.tripId, asked.since, locale)).map((said) => (
        <p key={said}>{said}</p>
      ))}
      <p className="lead">{await stands(draft, locale)}</p>
      {draft.days.length === 0 ? (
        <p>
          <a href={localePath(locale, `/organise/trips/${trip.slug}/facts#dates`)}>{t("noDays")}</a>
        </p>
      ) : null}
      {draft.days.length ? (
        <Builder
          action={changeDraft.bind(null, locale, { tripId: trip.tripId, slug: trip.slug })}
          view={await builderView({ ...draft, draft, userId: actor.userId }, locale)}
          texts={await builderTexts()}
          locale={locale}
          path={localePath(locale, path)}
        />
      ) : null}
      <section id="publish" className={draft.difference && draft.changed ? "" : "screen"}>
        <h2>{t("publish")}</h2>
        {draft.difference && draft.changed ? (
          <>
            <h3>{t("wouldChange", { number: draft.published?.number ?? 0 })}</h3>
            <Changes {...changesOf(draft.difference)} locale={locale} />
          </>
        ) : null}
        <div className="screen">
          <RecordForm
            action={publishDraft.bind(null, locale, trip.tripId, trip.slug)}
            initial={untouched()}
            fields={[{ kind: "line", name: "note", label: t("note"), hint: t("noteHint") }]}
            submit={t("publishNow", { number: (draft.published?.number ?? 0) + 1 })}
            back={{
              href: localePath(locale, `/organise/trips/${trip.slug}`),
              label: t("back"),
            }}
          />
        </div>
      </section>
    </TripPage>
  );
}

const changesOf = (found: Difference) => ({
  changes: briefly(found),
  head: Object.keys(found.head).length > 0,
});

/** What others did to the draft while the person was editing an item. */
async function others(actor: PersonActor, tripId: string, since: unknown, locale: Locale) {
  const revision = Number(since);
  if (!Number.isInteger(revision) || revision < 1) return [];
  const changes = await changesSince(actor, tripId, revision - 1);
  return othersWords(
    changes.filter(({ changedBy }) => changedBy !== actor.userId),
    locale,
  );
}

/** Which version is public, and whether the draft says something else. */
async function stands({ published, changed }: DraftItinerary, locale: Locale): Promise<string> {
  const t = await getTranslations("organise.itinerary");
  if (!published) return t("unpublished");
  return t("published", {
    number: published.number,
    stamp: formatStamp(published.publishedAt, locale),
    changed: String(changed),
  });
}
