import { getTranslations } from "next-intl/server";
import { lookBackMonths, type PastShare } from "#domain/past-share/rules.ts";

type PastLineProps = {
  share: PastShare;
  /** Whose it is, where that is not the person of the line. */
  of?: string;
};

/** What earlier trips came to, in a line beside somebody who waits. */
export async function PastLine({ share, of }: PastLineProps) {
  const t = await getTranslations("organise.past");
  const { trips, seats, offered, attended, noShows } = share;
  const facts = { trips, seats, offered, attended, noShows, months: lookBackMonths };
  const said = () => {
    if (trips === 0) return t("none", facts);
    return t(offered > 0 ? "line" : "unrecorded", facts);
  };
  const ofSeats = of && trips > 0 ? `, ${t("countSeats", facts)}` : "";
  return (
    <span className="past">
      {of ?? t("before")}: {trips > 0 ? `${t("countTrips", facts)}${ofSeats}, ` : ""}
      {said()}
    </span>
  );
}
