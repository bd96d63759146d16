import { getTranslations } from "next-intl/server";
import type { TripLine } from "#domain/organiser/queries.ts";
import { formatDays } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { stateMark } from "./state-mark.ts";

/** The organiser's trips: the name is the link, the state is a word. */
export async function TripTable({ trips, locale }: { trips: TripLine[]; locale: Locale }) {
  const t = await getTranslations("organise");
  return (
    <section>
      <table className="list stacks">
        <caption className="sr-only">{t("list.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("list.trip")}</th>
            <th scope="col">{t("list.when")}</th>
            <th scope="col">{t("list.state")}</th>
            <th scope="col">{t("list.seats")}</th>
          </tr>
        </thead>
        <tbody>
          {trips.map(({ slug, mayChange, title, dates, state, capacity, taken, waiting }) => (
            <tr key={slug}>
              <td>
                <a href={localePath(locale, addressOf(slug, mayChange))}>{textIn(locale, title)}</a>
              </td>
              <td>{dates.length ? formatDays(dates, locale) : t("list.noDays")}</td>
              <td>
                <span className={`state ${stateMark[state]}`}>{t(`state.${state}`)}</span>
              </td>
              <td>{t("list.seatsTaken", { taken, capacity, waiting })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whoever only reads is led to what there is to read. */
const addressOf = (slug: string, mayChange: boolean) =>
  `/organise/trips/${slug}${mayChange ? "" : "/registrations"}`;
