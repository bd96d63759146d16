import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { Actor } from "#domain/actor/schema.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { walkInsOfDay } from "#domain/walk-in/queries.ts";
import type { IsoDate } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import { type DayPlace, takeOut, writeDown } from "./actions.ts";

type WalkInsProps = {
  actor: Actor;
  slug: string;
  date: IsoDate;
  locale: Locale;
  /** What was just done, as the address says it. */
  done: string | string[] | undefined;
};

/** Who came along on a day without a registration: read, written down, and removed with a reason. */
export async function WalkIns({ actor, slug, date, locale, done }: WalkInsProps) {
  const day = await walkInsOfDay(actor, slug, date, new Date());
  if (!day) return null;
  const t = await getTranslations("walkIn");
  const inRollCall = await getTranslations("rollCall");
  const place = { tripId: day.tripId, date, slug };
  const notice = done === "added" || done === "removed" ? t(`done.${done}`) : null;
  return (
    <section id="walk-ins">
      <h2>{t("title")}</h2>
      {notice ? (
        <p className="notice" role="status">
          {notice}
        </p>
      ) : null}
      {day.people.length === 0 ? <p>{t("none")}</p> : null}
      <ul className="entries">
        {day.people.map(({ id, givenName, familyName, from, by, revoked }) => (
          <li key={id}>
            <p className="who">
              {familyName}, {givenName}
            </p>
            <p className="small">
              {from} ·{" "}
              {t("writtenBy", { name: revoked ? inRollCall("revoked", { name: by }) : by })}
            </p>
            {day.taken ? (
              <Removal
                walkInId={id}
                name={`${givenName} ${familyName}`}
                place={place}
                locale={locale}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {day.taken ? <Addition actor={actor} place={place} locale={locale} /> : null}
    </section>
  );
}

type PartProps = { place: DayPlace; locale: Locale };

async function Addition({ actor, place, locale }: PartProps & { actor: Actor }) {
  const t = await getTranslations("walkIn");
  const inPerson = await getTranslations("person");
  const municipalities = await municipalitiesForSelect(actor, "lv");
  return (
    <RecordForm
      action={writeDown.bind(null, locale, place, randomUUID())}
      initial={untouched()}
      fields={[
        { kind: "line", name: "givenName", label: inPerson("givenName.label") },
        { kind: "line", name: "familyName", label: inPerson("familyName.label") },
        {
          kind: "line",
          name: "institution",
          label: t("from"),
          hint: t("fromHint"),
          suggestions: municipalities.map(({ name }) => name),
        },
      ]}
      submit={t("submit")}
      quiet
      formId="walk-in"
      fold={{ summary: t("add"), hint: t("addHint") }}
    />
  );
}

async function Removal({
  walkInId,
  name,
  place,
  locale,
}: PartProps & { walkInId: string; name: string }) {
  const t = await getTranslations("walkIn");
  return (
    <RecordForm
      action={takeOut.bind(null, locale, place, { id: randomUUID(), walkInId })}
      initial={untouched()}
      fields={[{ kind: "line", name: "reason", label: t("reason"), hint: t("reasonHint") }]}
      submit={t("remove")}
      quiet
      formId={`remove-${walkInId}`}
      idPrefix={`${walkInId}-`}
      fold={{ summary: t("removeOf", { name }) }}
    />
  );
}
