import { getTranslations } from "next-intl/server";
import { askedFields, givenAnswers } from "#components/asked-fields.ts";
import type { FormAction } from "#components/form-frame.tsx";
import { PageShell } from "#components/page-shell.tsx";
import { QuestionForm } from "#components/question-form.tsx";
import type { AnswerCase } from "#domain/answer/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { questionTexts } from "../question-texts.ts";

type AskedPageProps = {
  one: AnswerCase;
  locale: Locale;
  path: string;
  title: string;
  saved: boolean;
  action: FormAction;
};

/** What the organiser asks a municipality: about somebody, or about a delegation. */
export async function AskedPage({ one, locale, path, title, saved, action }: AskedPageProps) {
  const t = await getTranslations("question");
  const back = localePath(locale, `/municipality/trips/${one.tripSlug}`);
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={back}>{textIn(locale, one.tripTitle)}</a>
        {" · "}
        {formatDays(one.tripDates, locale)}
      </p>
      <h1>{title}</h1>
      {saved ? (
        <p className="notice" role="status">
          {t("saved")}
        </p>
      ) : null}
      <QuestionForm
        action={action}
        initial={givenAnswers(one.questions, one.answers)}
        questions={await askedFields(one.questions, one.answers, locale)}
        texts={await questionTexts()}
        submit={t("submit")}
        back={{ href: back, label: t("back") }}
      />
    </PageShell>
  );
}
