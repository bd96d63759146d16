import { getTranslations } from "next-intl/server";
import type { Call } from "#domain/call/queries.ts";
import { tripPath } from "#domain/trip/rules.ts";
import { formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

type NotOpenProps = { call: Call; locale: Locale; now: Date };

/** Why nobody can register for the trip at this moment, and what to do instead. */
export async function NotOpen({ call, locale, now }: NotOpenProps) {
  const t = await getTranslations("registration.notOpen");
  const organiser = textIn(locale, call.organiser);
  const facts = {
    organiser,
    opens: formatDeadline(call.registrationOpensAt, locale, now),
    deadline: formatDeadline(call.registrationDeadline, locale, now),
    reason: call.cancelReason ? textIn(locale, call.cancelReason) : "",
  };
  // A draft is no call: nobody finds it here.
  const state = call.state === "open" || call.state === "draft" ? "closed" : call.state;
  return (
    <>
      <p className="lead">{t(`${state}.why`, facts)}</p>
      <p className="mt-s4">{t(`${state}.instead`, facts)}</p>
      <p className="deeds">
        <a className="button" href={localePath(locale, "/")}>
          {t("trips")}
        </a>
        <a href={localePath(locale, tripPath(call))}>{t("toTrip")}</a>
      </p>
    </>
  );
}
