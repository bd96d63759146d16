import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { AttendanceOfDay } from "#domain/attendance/queries.ts";
import { partKey } from "#domain/day-part/rules.ts";
import { wholeDay } from "#domain/day-part/schema.ts";
import type { Locale } from "#lib/locales.ts";
import { correctInList } from "./actions.ts";

type CorrectionProps = { day: AttendanceOfDay; slug: string; locale: Locale };

/** Corrects somebody's mark of the list with a written reason, also once the trip is completed. */
export async function Correction({ day, slug, locale }: CorrectionProps) {
  if (!day.corrects || day.people.length === 0) return null;
  const t = await getTranslations("organise.registrations.presence");
  const inList = await getTranslations("attendance");
  const { tripId, date } = day;
  const place = { tripId, slug, date, part: partKey(day.part ?? wholeDay) };
  return (
    <section className="screen">
      <RecordForm
        action={correctInList.bind(null, locale, place)}
        initial={untouched()}
        fields={[
          {
            kind: "select",
            name: "registrationId",
            label: inList("whom"),
            empty: "–",
            options: day.people.map(({ registrationId, givenName, familyName }) => ({
              value: registrationId,
              label: `${familyName}, ${givenName}`,
            })),
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
        formId="correction"
        idPrefix="correction-"
        fold={{ summary: inList("correctWithReason"), hint: inList("correctHint") }}
      />
    </section>
  );
}
