import { useState } from "react";
import { corrects } from "#domain/roll-call/rules.ts";
import type { Place } from "#domain/roll-call/schema.ts";
import type { Called } from "./person.tsx";

/** Whose mark was just changed here and may be given a reason, in the place that is called. */
export function useCorrections(place: Place | null) {
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const keyOf = (registrationId: string) =>
    [place?.date, place?.agendaItemId, place?.pickupId, registrationId].join(" ");
  return {
    isAsked: (registrationId: string) => asked.has(keyOf(registrationId)),
    /** Before a tap: asks of those whom it marks as something else than they were. */
    ask: (people: readonly Called[], present: boolean) => {
      const changed = people.filter(({ state }) => corrects(state, present));
      setAsked((all) => new Set([...all, ...changed.map((one) => keyOf(one.registrationId))]));
    },
    leave: (registrationId: string) =>
      setAsked((all) => new Set([...all].filter((key) => key !== keyOf(registrationId)))),
  };
}
