import { printedCode } from "#domain/badge/rules.ts";
import type { TravellerFacts } from "#domain/traveller/schema.ts";
import { formatDayTime, formatWeekday } from "#lib/dates.ts";
import type { Texts } from "#lib/i18n/catalogue.ts";
import type { Locale } from "#lib/locales.ts";
import type { PersonalOnPaper } from "./itinerary-paper.ts";
import { codeOnPaper } from "./paper-head.ts";

type FactName = "pickup" | "vehicle" | "driver" | "room" | "head" | "contact" | "needs";

/** What stands on the own itinerary of one traveller and on nobody else's; `address` is what the own code holds. */
export function personalWords(
  facts: TravellerFacts,
  { locale, t, address }: { locale: Locale; t: Texts; address: string },
): PersonalOnPaper {
  const { name, pickup, rooms, head, contact, need } = facts;
  const fact = (key: FactName, parts: readonly (string | null | undefined)[]) => {
    const value = parts.filter(Boolean).join(", ");
    return value ? [{ label: t(`papers.personal.${key}`), value }] : [];
  };
  const nights = (one: TravellerFacts["rooms"][number]) =>
    one.firstNight === one.lastNight
      ? formatWeekday(one.firstNight, locale)
      : `${formatWeekday(one.firstNight, locale)} – ${formatWeekday(one.lastNight, locale)}`;
  const stop = pickup
    ? [formatDayTime(pickup.departsAt, locale), pickup.place, pickup.spot]
    : [t("papers.personal.noPickup")];
  const diet = need && need.diet !== "none" ? t(`need.diet.${need.diet}`) : null;
  return {
    heading: t("papers.personal.heading", { name }),
    code: codeOnPaper(address, t("papers.badges.code", { name })),
    typed: printedCode(facts.code),
    facts: [
      ...fact("pickup", stop),
      ...fact("vehicle", [pickup?.vehicle]),
      ...fact("driver", [pickup?.driver?.name, pickup?.driver?.phone]),
      ...rooms.flatMap((one) => fact("room", [one.room, one.lodging, one.address, nights(one)])),
      ...fact("head", [head?.name, head?.phone]),
      ...fact("contact", [contact?.name, contact?.phone]),
      ...fact("needs", [diet, need?.allergy, need?.access]),
    ],
  };
}
