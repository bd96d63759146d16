import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerCase } from "#domain/answer/queries.ts";
import { AskedPage } from "../../../asked-page.tsx";
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
  return (
    <AskedPage
      one={one}
      locale={locale}
      path={path}
      title={t("titleOfDelegation")}
      saved={(await searchParams).done !== undefined}
      action={answerOfDelegation.bind(null, locale, delegation)}
    />
  );
}
