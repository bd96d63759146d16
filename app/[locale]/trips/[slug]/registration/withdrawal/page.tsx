import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { GiveUp } from "#components/give-up.tsx";
import { withdrawalCase } from "#domain/withdrawal/queries.ts";
import { localePath } from "#lib/locales.ts";
import { RegistrationState } from "../../../../registration-state.tsx";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { comeAfterAll, giveUp } from "./actions.ts";

type Props = PageProps<"/[locale]/trips/[slug]/registration/withdrawal">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.withdrawal");
  return { title: t("title") };
}

/** Asks once more, and says what becomes of the seat. */
export default async function Withdrawal({ params }: Props) {
  const { locale, call, own, now, path } = await readCall(params);
  const registration = localePath(locale, path);
  const actor = await requirePerson(`${registration}/withdrawal`);
  if (!own || own.tripCompletedAt) redirect(registration);
  const place = await withdrawalCase(actor, own.registrationId, now);
  if (!place) redirect(registration);
  const t = await getTranslations("registration.withdrawal");
  return (
    <CallPage call={call} locale={locale} below="/withdrawal" title={t("title")}>
      <p className="answer">
        <RegistrationState own={own} />
      </p>
      <GiveUp
        own={place}
        locale={locale}
        now={now}
        giveUp={giveUp.bind(null, locale, call.slug)}
        keep={comeAfterAll.bind(null, locale, call.slug)}
        back={registration}
      />
    </CallPage>
  );
}
