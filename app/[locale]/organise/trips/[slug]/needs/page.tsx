import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CopyLine } from "#components/copy-line.tsx";
import { untouched } from "#components/form-state.ts";
import { catererLine } from "#components/need-words.ts";
import { RecordForm } from "#components/record-form.tsx";
import { tripNeeds } from "#domain/need/queries.ts";
import { formatDays, formatStamp } from "#lib/dates.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { keepFor } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("need");
  return { title: t("title") };
}

/** Counts for the caterer, which are printed; who they are about, the organiser alone sees. */
export default async function TripNeedsPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/needs">) {
  const { locale, actor, trip, path, now } = await requireOwnTrip(params, "/needs");
  const needs = await tripNeeds(actor, trip.slug, now);
  if (!needs) notFound();
  const t = await getTranslations("need");
  const { counts, named } = needs;
  const usual = counts.people - counts.diets.reduce((sum, one) => sum + one.people, 0);
  const saved = (await searchParams).done === "kept";
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      notice={saved ? t("done.kept") : undefined}
    >
      <p className="lead">
        {t("line.people", { people: counts.people })} · {formatDays(trip.dates, locale)}
      </p>
      <p className="small">{t("asOf", { stamp: formatStamp(now, locale) })}</p>
      <table className="list summed">
        <caption className="sr-only">{t("counts")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("diet.label")}</th>
            <th scope="col" className="number">
              {t("people")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t("diet.none")}</td>
            <td className="number">{usual}</td>
          </tr>
          {counts.diets.map(({ diet, people }) => (
            <tr key={diet}>
              <td>{t(`diet.${diet}`)}</td>
              <td className="number">{people}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Texts title={t("allergies")} none={t("noAllergies")} texts={counts.allergies} />
      <Texts title={t("access")} none={t("noAccess")} texts={counts.access} />
      <section className="screen">
        <h2>{t("copy.title")}</h2>
        <CopyLine
          name="caterer-line"
          line={await catererLine(counts, locale)}
          label={t("copy.label")}
          copy={t("copy.copy")}
          copied={t("copy.copied")}
        />
      </section>
      <section className="screen">
        <h2>{t("named")}</h2>
        <p>{t("namedHint")}</p>
        {named.length === 0 ? <p>{t("nobody")}</p> : null}
        <ul className="entries">
          {named.map(({ registrationId, name, organisation, diet, allergy, access }) => (
            <li key={registrationId}>
              <h3>{name}</h3>
              <p className="small">{organisation}</p>
              <p>
                {[diet === "none" ? "" : t(`diet.${diet}`), allergy, access]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="screen">
        <h2>{t("keep.title")}</h2>
        <RecordForm
          action={keepFor.bind(null, locale, trip.slug, trip.tripId)}
          initial={untouched({ days: String(trip.needsKeptDays) })}
          fields={[
            {
              kind: "line",
              type: "number",
              name: "days",
              label: t("keep.days"),
              hint: t("keep.hint"),
              narrow: true,
            },
          ]}
          submit={t("keep.submit")}
          quiet
        />
      </section>
    </TripPage>
  );
}

type TextsProps = { title: string; none: string; texts: { text: string; people: number }[] };

function Texts({ title, none, texts }: TextsProps) {
  return (
    <section>
      <h2>{title}</h2>
      {texts.length === 0 ? <p>{none}</p> : null}
      <ul className="plain">
        {texts.map(({ text, people }) => (
          <li key={text}>{people > 1 ? `${text} (${people})` : text}</li>
        ))}
      </ul>
    </section>
  );
}
