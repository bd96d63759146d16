import { getTranslations } from "next-intl/server";
import type { Actor } from "#domain/actor/schema.ts";
import { pastSharesOfPeople, pastSharesOfTrip } from "#domain/past-share/queries.ts";
import { lookBackMonths, shareOf } from "#domain/past-share/rules.ts";
import { PastLine } from "../past-line.tsx";

type PastOfWaitingProps = {
  actor: Actor;
  tripId: string;
  one: { registrationId: string; organisationId: string; organisation: string };
};

/** What earlier trips came to for somebody who waits and for whoever sends the person, where the seat is decided about. */
export async function PastOfWaiting({ actor, tripId, one }: PastOfWaitingProps) {
  const t = await getTranslations("organise.past");
  const now = new Date();
  const people = await pastSharesOfPeople(actor, tripId, [one.registrationId], now);
  const past = await pastSharesOfTrip(actor, tripId, now);
  const share = people?.get(one.registrationId);
  const ofSender = past?.organisations.find(
    ({ organisationId }) => organisationId === one.organisationId,
  );
  return (
    <>
      <ul className="plain">
        {share ? (
          <li>
            <PastLine share={share} />
          </li>
        ) : null}
        <li>
          <PastLine share={ofSender ?? shareOf([])} of={one.organisation} />
        </li>
      </ul>
      <p className="small">{t("hint", { months: lookBackMonths })}</p>
    </>
  );
}
