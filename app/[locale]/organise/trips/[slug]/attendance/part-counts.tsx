import { getTranslations } from "next-intl/server";
import { partWords } from "#components/part-words.ts";
import type { attendanceDays } from "#domain/attendance/queries.ts";
import { partKey, partLabel } from "#domain/day-part/rules.ts";
import type { Locale } from "#lib/locales.ts";

type Parts = NonNullable<Awaited<ReturnType<typeof attendanceDays>>>["days"][number]["parts"];

type PartCountsProps = {
  parts: Parts;
  /** The address of the day. */
  address: string;
  locale: Locale;
};

/** The pick-ups and items of a day for which somebody was marked, each with its numbers. */
export async function PartCounts({ parts, address, locale }: PartCountsProps) {
  if (parts.length === 0) return null;
  const t = await getTranslations("attendance");
  const words = await partWords();
  return (
    <ul className="parts">
      {parts.map(({ all, present, absent, ...part }) => (
        <li key={partKey(part)}>
          <a href={`${address}?part=${partKey(part)}`}>{partLabel(part, locale, words)}</a>
          <span className="small">
            {t("day", { present, all, unmarked: all - present - absent })}
          </span>
        </li>
      ))}
    </ul>
  );
}
