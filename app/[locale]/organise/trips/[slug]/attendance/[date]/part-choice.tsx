import { getTranslations } from "next-intl/server";
import { partWords } from "#components/part-words.ts";
import { partKey, partLabel } from "#domain/day-part/rules.ts";
import type { DayPart } from "#domain/day-part/schema.ts";
import type { Locale } from "#lib/locales.ts";

type PartChoiceProps = { parts: DayPart[]; chosen: DayPart | null; locale: Locale };

/** Whether the day is marked as a whole, at a pick-up, or for an item: an address, and no script. */
export async function PartChoice({ parts, chosen, locale }: PartChoiceProps) {
  if (parts.length === 0) return null;
  const t = await getTranslations("attendance.part");
  const words = await partWords();
  const named = (kind: "pickupId" | "agendaItemId") =>
    parts
      .filter((part) => part[kind] !== null)
      .map((part) => (
        <option key={partKey(part)} value={partKey(part)}>
          {partLabel(part, locale, words)}
        </option>
      ));
  const [pickups, items] = [named("pickupId"), named("agendaItemId")];
  return (
    <form className="filter">
      <div className="field">
        <label htmlFor="part">{t("label")}</label>
        <select id="part" name="part" defaultValue={chosen ? partKey(chosen) : ""}>
          <option value="">{t("day")}</option>
          {pickups.length ? <optgroup label={t("pickups")}>{pickups}</optgroup> : null}
          {items.length ? <optgroup label={t("items")}>{items}</optgroup> : null}
        </select>
      </div>
      <button className="button quiet" type="submit">
        {t("show")}
      </button>
    </form>
  );
}
