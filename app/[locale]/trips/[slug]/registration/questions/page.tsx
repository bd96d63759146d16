import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { askedFields, givenAnswers } from "#components/asked-fields.ts";
import { QuestionForm } from "#components/question-form.tsx";
import { answerCase } from "#domain/answer/queries.ts";
import { localePath } from "#lib/locales.ts";
import { questionTexts } from "../../../../question-texts.ts";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { save } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("question");
  return { title: t("title") };
}

/** What the organiser asks of everybody who goes. */
export default async function Questions({
  params,
  searchParams,
}: PageProps<"/[locale]/trips/[slug]/registration/questions">) {
  const { locale, call, own, path } = await readCall(params);
  const registration = localePath(locale, path);
  const actor = await requirePerson(`${registration}/questions`);
  const one = own && (await answerCase(actor, { registrationId: own.registrationId }));
  if (!one || one.questions.length === 0) redirect(registration);
  const t = await getTranslations("question");
  return (
    <CallPage call={call} locale={locale} below="/questions" title={t("title")}>
      {(await searchParams).done ? (
        <p className="notice" role="status">
          {t("saved")}
        </p>
      ) : null}
      <p className="lead">{t("lead")}</p>
      <QuestionForm
        action={save.bind(null, locale, call.slug, {
          registrationId: own.registrationId,
          holderId: one.holderId,
        })}
        initial={givenAnswers(one.questions, one.answers)}
        questions={await askedFields(one.questions, one.answers, locale)}
        texts={await questionTexts()}
        submit={t("submit")}
        back={{ href: registration, label: t("back") }}
      />
    </CallPage>
  );
}
