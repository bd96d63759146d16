import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerCase } from "#domain/answer/queries.ts";
import { AskedPage } from "../../../asked-page.tsx";
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
  return (
    <AskedPage
      one={one}
      locale={locale}
      path={path}
      title={t("titleOf", { person: one.person })}
      saved={(await searchParams).done !== undefined}
      action={answerOfMember.bind(null, locale, {
        registrationId: registration,
        holderId: one.holderId,
      })}
    />
  );
}
