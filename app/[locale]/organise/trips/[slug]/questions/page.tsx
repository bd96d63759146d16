import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerWords } from "#components/asked-fields.ts";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { questionsToEdit } from "#domain/question/queries.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { dropQuestion, keepQuestion, shiftQuestion } from "./actions.ts";
import { formOf, questionFormFields } from "./question-form-fields.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.questions");
  return { title: t("title") };
}

const notices = ["saved", "removed"] as const;

/** What the organiser asks beside the basics: in order, each to be changed in place. */
export default async function QuestionsPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/questions">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/questions");
  const questions = await questionsToEdit(actor, trip.tripId);
  if (!questions) notFound();
  const t = await getTranslations("organise.questions");
  const inAnswers = await getTranslations("question");
  const { done } = await searchParams;
  const notice = notices.find((one) => one === done);
  const reference = { tripId: trip.tripId, slug: trip.slug };
  const fields = await Promise.all(
    questions.map((one) => questionFormFields(questions, one, locale)),
  );
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      notice={notice && t(`done.${notice}`)}
    >
      <p className="lead">{t("lead")}</p>
      <p className="deeds screen">
        <a href={localePath(locale, `/organise/trips/${trip.slug}/questions/answers`)}>
          {t("answers")}
        </a>
      </p>
      {questions.length === 0 ? <p>{t("none")}</p> : null}
      <ol className="entries">
        {questions.map((one, index) => {
          const on = questions.find(({ id }) => id === one.condition?.questionId);
          const label = textIn(locale, one.label);
          return (
            <li key={one.id}>
              <h2>
                {index + 1}. {label}
              </h2>
              <p>
                {[
                  t(`kind.${one.kind}`),
                  t(`of.${one.askedOf}`),
                  one.required ? t("required") : t("optional"),
                  t("kept", { days: one.retentionDays }),
                ].join(" · ")}
              </p>
              {one.options.length > 0 ? (
                <p>{one.options.map((option) => textIn(locale, option.label)).join(", ")}</p>
              ) : null}
              {on ? (
                <p>
                  {inAnswers("onlyIf", {
                    question: textIn(locale, on.label),
                    answer: answerWords(on, one.condition?.answer ?? "", locale, inAnswers),
                  })}
                </p>
              ) : null}
              <div className="deeds">
                {([-1, 1] as const).map((by) =>
                  questions[index + by] ? (
                    <form key={by} action={shiftQuestion.bind(null, locale, reference, one.id, by)}>
                      <button
                        className="button quiet"
                        type="submit"
                        aria-label={t(by < 0 ? "earlierOf" : "laterOf", { question: label })}
                      >
                        {t(by < 0 ? "earlier" : "later")}
                      </button>
                    </form>
                  ) : null,
                )}
              </div>
              <RecordForm
                action={keepQuestion.bind(null, locale, reference, one.id)}
                initial={formOf(one)}
                fields={fields[index] ?? []}
                submit={t("save")}
                quiet
                formId={`question-${index + 1}`}
                idPrefix={`question-${index + 1}-`}
                fold={{ summary: t("change") }}
              />
              <RecordForm
                action={dropQuestion.bind(null, locale, reference, one.id)}
                initial={untouched()}
                fields={[]}
                submit={t("remove")}
                quiet
                formId={`remove-${index + 1}`}
                fold={{ summary: t("remove"), hint: t("removeHint") }}
              />
            </li>
          );
        })}
      </ol>
      <section>
        <h2>{t("add")}</h2>
        <RecordForm
          action={keepQuestion.bind(null, locale, reference, null)}
          initial={untouched({ kind: "text", askedOf: "person", retentionDays: "30" })}
          fields={await questionFormFields(questions, null, locale)}
          submit={t("save")}
        />
      </section>
    </TripPage>
  );
}
