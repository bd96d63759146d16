import { getTranslations } from "next-intl/server";
import type { Call } from "#domain/call/queries.ts";
import type { PublishedTrip } from "#domain/trip/queries.ts";
import { formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { freeSeats } from "../../seat-words.ts";
import { SeatBar } from "./seat-bar.tsx";
import { seatSentences } from "./seat-sentences.ts";

type SeatsBoxProps = { call: Call; trip: PublishedTrip; locale: Locale; now: Date };

/** How many seats are left, for whom they are kept, by which rule they are given, and the one deed. */
export async function SeatsBox({ call, trip, locale, now }: SeatsBoxProps) {
  const t = await getTranslations("trip.seats");
  const { state, seats, slug } = call;
  const registration = localePath(locale, `/trips/${slug}/registration`);
  if (state === "open") {
    const { capacity, taken, kept, freeForAll } = seats;
    const sentences = await seatSentences(call, trip.maxima, locale, now);
    return (
      <section className="seats" aria-label={t("title")}>
        <strong>{await freeSeats(seats)}</strong>
        <SeatBar
          seats={seats}
          label={t("bar", { capacity, taken, kept, free: Math.max(0, freeForAll) })}
        />
        <p className="deed">
          <a className="button" href={registration}>
            {freeForAll > 0 || kept > 0 ? t("register") : t("joinLine")}
          </a>
        </p>
        <p className="small screen">{t("effort")}</p>
        <p className="small screen">
          {t.rich("several", {
            link: (words) => <a href={localePath(locale, "/municipality")}>{words}</a>,
          })}
        </p>
        {sentences.map((sentence) => (
          <p key={sentence} className="small">
            {sentence}
          </p>
        ))}
      </section>
    );
  }
  const opens = formatDeadline(call.registrationOpensAt, locale, now);
  const said = state === "draft" ? "closed" : state;
  return (
    <section className="seats" aria-label={t("title")}>
      <strong>{t(said, { opens })}</strong>
      {state === "announced" ? (
        <p className="small">{t("capacity", { capacity: seats.capacity })}</p>
      ) : null}
      {state === "closed" ? (
        <p className="small">{t("closedHelp", { organiser: textIn(locale, call.organiser) })}</p>
      ) : null}
    </section>
  );
}
