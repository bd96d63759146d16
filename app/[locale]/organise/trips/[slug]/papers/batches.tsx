import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { BatchProgress } from "#domain/paper-batch/queries.ts";
import { wordedPapers } from "#domain/wording/rules.ts";
import { formatStamp } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import { beginBatch } from "./actions.ts";

type BatchesProps = {
  at: string;
  locale: Locale;
  trip: { tripId: string; slug: string };
  batches: BatchProgress[];
};

/** Papers for the employers of everybody: made by the worker, all at once; their words; what was made last. */
export async function Batches({ at, locale, trip, batches }: BatchesProps) {
  const t = await getTranslations("papers");
  return wordedPapers.map((paper) => (
    <section key={paper}>
      <h2>{t(`batch.${paper}`)}</h2>
      <p className="small">{t(`batch.${paper}Hint`)}</p>
      <RecordForm
        action={beginBatch.bind(null, locale, { ...trip, paper })}
        initial={untouched()}
        fields={[]}
        submit={t(`batch.${paper}Start`)}
        formId={`batch-${paper}`}
        back={{ href: `${at}/wordings/${paper}`, label: t(`batch.${paper}Wording`) }}
        quiet
      />
      <ul className="plain">
        {batches
          .filter((one) => one.paper === paper)
          .map(({ batchId, startedAt, made, papers, finished }) => (
            <li key={batchId}>
              <a href={`${at}/batches/${batchId}`}>{formatStamp(startedAt, locale)}</a>
              {": "}
              {finished
                ? t("batch.papers", { count: made })
                : t("batch.running", { made, papers: papers ?? 0 })}
            </li>
          ))}
      </ul>
    </section>
  ));
}
