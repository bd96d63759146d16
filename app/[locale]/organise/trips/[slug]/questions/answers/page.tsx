import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerWords } from "#components/asked-fields.ts";
import { type Answered, answersOfTrip } from "#domain/answer/queries.ts";
import type { Question } from "#domain/question/schema.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../own-trip.ts";
import { TripPage } from "../../trip-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.questions");
  return { title: t("answers") };
}

/** What was answered, a person or a delegation one below the other. */
export default async function AnswersPage({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/questions/answers">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/questions/answers");
  const answered = await answersOfTrip(actor, trip.slug);
  if (!answered) notFound();
  const t = await getTranslations("organise.questions");
  const { questions, rows } = answered;
  const back = localePath(locale, `/organise/trips/${trip.slug}/questions`);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("answers")}
      back={{ href: back, label: t("title") }}
    >
      {rows.length === 0 ? <p className="lead">{t("noAnswers")}</p> : null}
      <ul className="entries">
        {rows.map(({ id, name, organisation, answers }) => (
          <li key={id}>
            <h2>{name || t("delegationOf", { organisation })}</h2>
            {name ? <p className="small">{organisation}</p> : null}
            <dl className="facts">
              {questions
                .filter((one) => answers[one.id])
                .map((one) => (
                  <div key={one.id}>
                    <dt>{textIn(locale, one.label)}</dt>
                    <dd>
                      <OneAnswer question={one} answered={answers[one.id]} locale={locale} />
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
    </TripPage>
  );
}

type OneAnswerProps = { question: Question; answered: Answered | undefined; locale: Locale };

async function OneAnswer({ question, answered, locale }: OneAnswerProps) {
  const t = await getTranslations("question");
  if (answered?.file) return <a href={`/api/files/${answered.file.id}`}>{answered.file.name}</a>;
  const value = answered?.value ?? null;
  return value === null ? "–" : answerWords(question, value, locale, t);
}
