import type { Place } from "#domain/roll-call/schema.ts";

type CheckInLinkProps = { address: string; place: Place; words: string };

/** To the screen on which people find the code to check in by, for the place that is called. It needs the network. */
export function CheckInLink({ address, place, words }: CheckInLinkProps) {
  const { date, agendaItemId, pickupId } = place;
  const asked = new URLSearchParams();
  if (agendaItemId) asked.set("item", agendaItemId);
  if (pickupId) asked.set("stop", pickupId);
  const screen = address.replace(/\/roll-call$/, `/check-in/${date}`);
  return (
    <p className="screen">
      <a href={asked.size > 0 ? `${screen}?${asked}` : screen}>{words}</a>
    </p>
  );
}
