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
import { answerOfMember } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("question");
  return { title: t("title") };
}

/** What the organiser asks of somebody whom the coordinator entered. */
export default async function QuestionsOfMember({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality/registrations/[registration]/questions">) {
  const { registration } = await params;
  const { locale, actor, path } = await requireCoordinator(
    params,
    `/registrations/${registration}/questions`,
  );
  const one = await answerCase(actor, { registrationId: registration });
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
      <h1>{t("titleOf", { person: one.person })}</h1>
      {(await searchParams).done ? (
        <p className="notice" role="status">
          {t("saved")}
        </p>
      ) : null}
      <QuestionForm
        action={answerOfMember.bind(null, locale, registration)}
        initial={givenAnswers(one.questions, one.answers)}
        questions={await askedFields(one.questions, one.answers, locale)}
        texts={await questionTexts()}
        submit={t("submit")}
        back={{ href: back, label: t("back") }}
      />
    </PageShell>
  );
}
