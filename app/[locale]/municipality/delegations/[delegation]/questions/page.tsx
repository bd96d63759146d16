import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askedFields, givenAnswers } from "#components/asked-fields.ts";
import { PageShell } from "#components/page-shell.tsx";
import { QuestionForm } from "#components/question-form.tsx";
import { answerCase } from "#domain/answer/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { questionTexts } from "../../../../question-texts.ts";
import { requireCoordinator } from "../../../require-coordinator.ts";
import { answerOfDelegation } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("question");
  return { title: t("title") };
}

/** What the organiser asks of a delegation, once. */
export default async function QuestionsOfDelegation({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality/delegations/[delegation]/questions">) {
  const { delegation } = await params;
  const { locale, actor, path } = await requireCoordinator(
    params,
    `/delegations/${delegation}/questions`,
  );
  const one = await answerCase(actor, { delegationId: delegation });
  if (!one || one.questions.length === 0) notFound();
  const t = await getTranslations("question");
  const back = localePath(locale, `/municipality/trips/${one.tripSlug}`);
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={back}>{textIn(locale, one.tripTitle)}</a>
        {" · "}
        {formatDays(one.tripDates, locale)}
      </p>
      <h1>{t("titleOfDelegation")}</h1>
      {(await searchParams).done ? (
        <p className="notice" role="status">
          {t("saved")}
        </p>
      ) : null}
      <QuestionForm
        action={answerOfDelegation.bind(null, locale, delegation)}
        initial={givenAnswers(one.questions, one.answers)}
        questions={await askedFields(one.questions, one.answers, locale)}
        texts={await questionTexts()}
        submit={t("submit")}
        back={{ href: back, label: t("back") }}
      />
    </PageShell>
  );
}
