import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { ownWording } from "#domain/wording/queries.ts";
import { type WordedPaper, wordedPapers, wordingFields } from "#domain/wording/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";
import { keepWording } from "./actions.ts";
import { productWords } from "./product-words.ts";
import { sampleFields } from "./sample-fields.ts";
import { WordingPreview } from "./wording-preview.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("papers.wording");
  return { title: t("title") };
}

/** An organiser's own words for letters or certificates, with how they will read. */
export default async function Wording({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/papers/wordings/[paper]">) {
  const { paper: asked } = await params;
  const paper = wordedPapers.find((one) => one === asked);
  if (!paper) notFound();
  const { locale, actor, trip, path } = await requireOwnTrip(params, `/papers/wordings/${paper}`);
  const own = await ownWording(actor, trip, paper);
  if (!own) notFound();
  const t = await getTranslations("papers");
  const inForm = await getTranslations("organise.form");
  const texts: Record<Locale, string> = {
    ...productWords(paper),
    ...own.organisation,
    ...own.trip,
  };
  const saved = (await searchParams).done === "kept";
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t(`wording.${paper}`)}
      notice={saved ? t("wording.saved") : undefined}
      back={{ href: localePath(locale, `/organise/trips/${trip.slug}/papers`), label: t("title") }}
    >
      <p className="lead">{t("wording.lead")}</p>
      <Fields paper={paper} />
      <RecordForm
        action={keepWording.bind(null, locale, { ...trip, paper })}
        initial={untouched({ "text.lv": texts.lv, "text.en": texts.en, "text.lt": texts.lt })}
        fields={[
          {
            kind: "localized",
            name: "text",
            label: t("wording.text"),
            hint: t("wording.hint"),
            rows: 8,
            others: inForm("otherLanguages"),
            languages: { en: inForm("english"), lt: inForm("lithuanian") },
          },
          {
            kind: "choices",
            type: "checkbox",
            name: "everywhere",
            label: t("wording.where"),
            options: [{ value: "1", label: t("wording.everywhere") }],
          },
        ]}
        submit={t("wording.save")}
        formId="wording"
      />
      <WordingPreview
        formId="wording"
        texts={texts}
        samples={sampleFields(trip)}
        title={t("wording.preview")}
        languages={{ lv: t("languages.lv"), en: t("languages.en"), lt: t("languages.lt") }}
      />
    </TripPage>
  );
}

async function Fields({ paper }: { paper: WordedPaper }) {
  const t = await getTranslations("papers.wording");
  return (
    <dl className="facts">
      {wordingFields[paper].map((field) => (
        <div key={field}>
          <dt>
            <code>{`{${field}}`}</code>
          </dt>
          <dd>{t(`field.${field}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
