import { getTranslations } from "next-intl/server";
import type { participant } from "#domain/history/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type Entries = NonNullable<Awaited<ReturnType<typeof participant>>>["history"];

/** Words for what is recorded of a registration; anything else is left to the audit trail. */
const told = {
  "registration.register": "register",
  "registration.promote": "promote",
  "registration.decide": "decide",
  "registration.withdraw": "withdraw",
  "signOff.give": "signOffGiven",
  "signOff.decline": "signOffDeclined",
  "signOff.lapse": "signOffLapsed",
  "naming.name": "named",
  "registration.replace": "replaced",
  "proposal.make": "proposalMade",
  "proposal.decline": "proposalDeclined",
  "withdrawal.ask": "cannotCome",
  "withdrawal.takeBack": "comesAfterAll",
  "naming.free": "givenBack",
  "attendance.record": "attendance",
  "attendance.correct": "corrected",
  "registration.pickup": "pickup",
  "message.notice": "notice",
} as const;

/** What happened to a registration, as a line. */
export async function History({ entries, locale }: { entries: Entries; locale: Locale }) {
  const t = await getTranslations("organise.registrations.history");
  const shown = entries.filter(({ action }) => action in told);
  return (
    <section>
      <h2>{t("title")}</h2>
      <ol className="line steps">
        {shown.map(({ at, action, byName, details }) => (
          <li key={`${at.toISOString()}${action}`} className="done">
            <span className="stop" />
            <div className="what">
              <h3>{t(told[action as keyof typeof told], { present: String(details.present) })}</h3>
              <p>
                {formatStamp(at, locale)}
                {byName ? `, ${byName}` : ""}
              </p>
              {typeof details.reason === "string" ? (
                <p>{t("reason", { reason: details.reason })}</p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
