import { getTranslations } from "next-intl/server";
import { partWords } from "#components/part-words.ts";
import { partLabel, partOn } from "#domain/day-part/rules.ts";
import type { DayPart, PartReference } from "#domain/day-part/schema.ts";
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
  "photoWish.set": "photoWish",
  "message.notice": "notice",
} as const;

type HistoryProps = {
  entries: Entries;
  /** Parts of days that somebody was marked in. */
  parts: DayPart[];
  locale: Locale;
};

/** What happened to a registration, as a line. */
export async function History({ entries, parts, locale }: HistoryProps) {
  const t = await getTranslations("organise.registrations.history");
  const words = await partWords();
  const partOf = ({ date, agendaItemId = null, pickupId = null }: Entries[number]["details"]) => {
    const part = partOn(parts, String(date), { agendaItemId, pickupId } as PartReference);
    return part && partLabel(part, locale, words);
  };
  const shown = entries.filter(({ action }) => action in told);
  return (
    <section>
      <h2>{t("title")}</h2>
      <ol className="line steps">
        {shown.map(({ at, action, byName, details }) => (
          <li key={`${at.toISOString()}${action}`} className="done">
            <span className="stop" />
            <div className="what">
              <h3>
                {t(told[action as keyof typeof told], {
                  present: String(details.present),
                  noPhotos: String(details.noPhotos),
                })}
              </h3>
              {partOf(details) ? <p>{partOf(details)}</p> : null}
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
