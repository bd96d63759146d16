import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgetTyping } from "#components/forget-typing.tsx";
import { Answer } from "./answer.tsx";
import { AskPerson } from "./ask-person.tsx";
import { CallPage } from "./call-page.tsx";
import { NotOpen } from "./not-open.tsx";
import { readCall } from "./read-call.ts";

type Props = PageProps<"/[locale]/trips/[slug]/registration">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration");
  return { title: t("title") };
}

/** The form while registration is open; the answer for whoever has registered; otherwise why there is no form. */
export default async function Registration({ params }: Props) {
  const { locale, actor, call, own, now, path } = await readCall(params);
  const t = await getTranslations("registration");
  if (own) {
    return (
      <CallPage call={call} locale={locale} title={t("yours")}>
        <ForgetTyping storageKey={path} />
        <Answer call={call} own={own} actor={actor} locale={locale} now={now} />
      </CallPage>
    );
  }
  return (
    <CallPage call={call} locale={locale} title={t("title")}>
      {call.state === "open" ? (
        <AskPerson call={call} actor={actor} locale={locale} now={now} storageKey={path} />
      ) : (
        <NotOpen call={call} locale={locale} now={now} />
      )}
    </CallPage>
  );
}
