import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { partWords } from "#components/part-words.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { MarksOfDay } from "#domain/correction/queries.ts";
import { partKey, partLabel } from "#domain/day-part/rules.ts";
import type { DayPart } from "#domain/day-part/schema.ts";
import { formatDateShort, formatStamp, formatWeekday } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import { correctMark } from "./actions.ts";

type PresenceProps = {
  days: MarksOfDay[];
  /** Whose marks, and the address of the trip. */
  place: { tripId: string; slug: string; registrationId: string };
  mayCorrect: boolean;
  locale: Locale;
};

/** Every mark of a person, by day, and a way to correct one with a reason. */
export async function Presence({ days, place, mayCorrect, locale }: PresenceProps) {
  const t = await getTranslations("organise.registrations.presence");
  const words = await partWords();
  const inCheckIn = await getTranslations("checkIn");
  const open = days.filter(({ locked }) => !locked);
  return (
    <section>
      <h2>{t("title")}</h2>
      <ul className="entries">
        {days.map(({ date, locked, marks }) => (
          <li key={date}>
            <h3>{formatWeekday(date, locale)}</h3>
            {locked ? <p className="small">{t("locked")}</p> : null}
            {marks.length === 0 ? <p>{t("none")}</p> : null}
            <ol className="plain">
              {marks.map(({ id, part, present, reason, at, byName, byAttendee }) => (
                <li key={id}>
                  {part ? `${partLabel(part, locale, words)}: ` : ""}
                  {present ? t("present") : t("absent")}{" "}
                  <span className="small">
                    {formatStamp(at, locale)}
                    {byName ? `, ${byName}` : ""}
                    {byAttendee ? `, ${inCheckIn("byAttendee")}` : ""}
                  </span>
                  {reason ? (
                    <p>
                      {t("reason")}: {reason}
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {mayCorrect && open.length ? (
        <RecordForm
          action={correctMark.bind(null, locale, place)}
          initial={untouched({ date: open[0]?.date ?? "" })}
          fields={[
            {
              kind: "select",
              name: "date",
              label: t("day"),
              options: open.flatMap(({ date, marks }) => [
                { value: date, label: formatWeekday(date, locale) },
                ...markedParts(marks).map((part) => ({
                  value: `${date} ${partKey(part)}`,
                  label: `${formatDateShort(date, locale)} ${partLabel(part, locale, words)}`,
                })),
              ]),
            },
            {
              kind: "choices",
              type: "radio",
              name: "present",
              label: t("was"),
              options: [
                { value: "yes", label: t("present") },
                { value: "no", label: t("absent") },
              ],
            },
            { kind: "text", name: "reason", label: t("reason"), rows: 2 },
          ]}
          submit={t("correct")}
          quiet
          formId="presence"
          idPrefix="presence-"
          fold={{ summary: t("correct"), hint: t("correctHint") }}
        />
      ) : null}
    </section>
  );
}

/** Of what besides the day there are marks that can be corrected, each once. */
function markedParts(marks: MarksOfDay["marks"]): DayPart[] {
  const kept = marks.flatMap(({ part }) => (part && part.name !== null ? [part] : []));
  return [...new Map(kept.map((part) => [partKey(part), part])).values()];
}
