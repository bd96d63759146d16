import { getTranslations } from "next-intl/server";
import { CopyLine } from "#components/copy-line.tsx";
import type { PersonActor } from "#domain/actor/schema.ts";
import { ownCalendarToken } from "#domain/calendar/queries.ts";
import { env } from "#lib/env.ts";
import type { Locale } from "#lib/locales.ts";
import { renewAddress } from "./actions.ts";

type OwnCalendarProps = { actor: PersonActor; locale: Locale };

/** The address by which one's own trips stand in one's own calendar, who can read it, and how to change it. */
export async function OwnCalendar({ actor, locale }: OwnCalendarProps) {
  const token = await ownCalendarToken(actor);
  const t = await getTranslations("calendar");
  return (
    <section>
      <h2>{t("title")}</h2>
      <p>
        {t("subscribe")} {t("secret")}
      </p>
      <CopyLine
        name="calendar-address"
        line={`${env().APP_URL}/calendars/${token}.ics`}
        label={t("address")}
        copy={t("copy")}
        copied={t("copied")}
      />
      <form action={renewAddress.bind(null, locale)} className="mt-s5">
        <p>{t("renewHint")}</p>
        <button type="submit" className="button quiet mt-s3">
          {t("renew")}
        </button>
      </form>
    </section>
  );
}
