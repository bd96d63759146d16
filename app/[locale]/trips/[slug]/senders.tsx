import { getTranslations } from "next-intl/server";
import type { Sender } from "#domain/trip/queries.ts";
import { joinList } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** Who sent people on a past trip, under the names of then, with what has become of them: no person's name. */
export async function Senders({ senders, locale }: { senders: Sender[]; locale: Locale }) {
  if (senders.length === 0) return null;
  const t = await getTranslations("trip");
  const all = senders.reduce((sum, { seats }) => sum + seats, 0);
  return (
    <section>
      <h2>{t("senders")}</h2>
      <p>{t("sendersLead", { seats: all, count: senders.length })}</p>
      <ul className="plain mt-s3">
        {senders.map(({ name, seats, successors, note }) => {
          const renamed = successors.some((successor) => successor !== name.lv);
          const successor = renamed ? t("senderNow", { names: joinList(successors, locale) }) : "";
          const now = note ? textIn(locale, note) : successor;
          return (
            <li key={name.lv}>
              {t("seats.keptName", { name: textIn(locale, name), seats })}
              {now ? <span className="small"> – {now}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
