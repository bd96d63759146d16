import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { formatDeadline } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { RegistrationState } from "../../../../registration-state.tsx";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { giveBack } from "./actions.ts";

type Props = PageProps<"/[locale]/trips/[slug]/registration/withdrawal">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.withdrawal");
  return { title: t("title") };
}

/** Asks once more, and says what becomes of the seat. */
export default async function Withdrawal({ params }: Props) {
  const { locale, call, own, now, path } = await readCall(params);
  const registration = localePath(locale, path);
  await requirePerson(`${registration}/withdrawal`);
  if (!own || own.tripCompletedAt) redirect(registration);
  const t = await getTranslations("registration.withdrawal");
  const deadline = formatDeadline(call.registrationDeadline, locale, now);
  const seat = now < own.promotionEndsAt ? "seatToLine" : "seatToOrganiser";
  return (
    <CallPage call={call} locale={locale} below="/withdrawal" title={t("title")}>
      <p className="answer">
        <RegistrationState own={own} />
      </p>
      <p className="lead">{t(own.state === "confirmed" ? seat : "place")}</p>
      <p className="mt-s4">{call.state === "open" ? t("again", { deadline }) : t("notAgain")}</p>
      <form action={giveBack.bind(null, locale, call.slug)}>
        <p className="deeds">
          <button className="button" type="submit">
            {t("submit")}
          </button>
          <a href={registration}>{t("keep")}</a>
        </p>
      </form>
    </CallPage>
  );
}
