import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { partWords } from "#components/part-words.ts";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { checksIn } from "#domain/check-in/queries.ts";
import { partAsked, partKey, partLabel } from "#domain/day-part/rules.ts";
import type { PartReference } from "#domain/day-part/schema.ts";
import { dateInRiga, formatWeekday } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { Correction } from "./correction.tsx";
import { PartChoice } from "./part-choice.tsx";
import { RollCall } from "./roll-call.tsx";
import { rollCallTexts } from "./roll-call-texts.ts";
import { WalkIns } from "./walk-ins.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("attendance");
  return { title: t("title") };
}

export default async function AttendanceOfDay({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/attendance/[date]">) {
  const { locale, slug, date } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/organise/trips/${slug}/attendance/${date}`;
  const actor = await requirePerson(localePath(locale, path));
  const now = new Date();
  const { refused, done, part: asked } = await searchParams;
  const reference = partAsked(typeof asked === "string" ? asked : "");
  const day = reference && (await attendanceOfDay(actor, slug, date, now, reference));
  if (!day) notFound();
  const t = await getTranslations("attendance");
  const { part } = day;
  const inCheckIn = await getTranslations("checkIn");
  const marks = localePath(locale, `${path}/marks`);
  const showsCode =
    day.taken && date === dateInRiga(now) && (await checksIn(actor, slug, now)) === true;
  const codeScreen = `/organise/trips/${slug}/check-in/${date}${placeQuery(part)}`;
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, `/organise/trips/${slug}/attendance`)}>{t("title")}</a>
        {" · "}
        {textIn(locale, day.title)}
      </p>
      <h1>{formatWeekday(date, locale)}</h1>
      {date > dateInRiga(now) ? <p className="notice">{t("notYet")}</p> : null}
      {day.locked ? <p className="notice">{t("locked")}</p> : null}
      {day.taken || day.locked ? null : (
        <p className="notice">
          {part && part.name === null
            ? t("partGone", { kind: part.pickupId ? "pickup" : "item" })
            : t("notTaken")}
        </p>
      )}
      {done === "corrected" ? (
        <p className="notice" role="status">
          {t("corrected")}
        </p>
      ) : null}
      {day.readsSheet || showsCode ? (
        <p className="deeds">
          {day.readsSheet ? <a href={localePath(locale, `${path}/sheet`)}>{t("sheet")}</a> : null}
          {showsCode ? <a href={localePath(locale, codeScreen)}>{inCheckIn("open")}</a> : null}
        </p>
      ) : null}
      {refused && !day.locked ? (
        <p className="notice error" role="alert">
          {t("refused")}
        </p>
      ) : null}
      <PartChoice parts={day.parts} chosen={part} locale={locale} />
      {part ? <h2>{partLabel(part, locale, await partWords())}</h2> : null}
      {day.people.length ? (
        <RollCall
          people={day.people}
          taken={day.taken}
          address={part ? `${marks}?part=${partKey(part)}` : marks}
          ids={day.people.map(() => crypto.randomUUID())}
          texts={await rollCallTexts(day.people.length)}
        />
      ) : (
        <p className="lead">{t(part?.pickupId ? "nobodyInPart" : "empty")}</p>
      )}
      <Correction day={day} slug={slug} locale={locale} />
      {part ? null : <WalkIns actor={actor} slug={slug} date={date} locale={locale} done={done} />}
    </PageShell>
  );
}

/** How the address of a code's screen names a part of a day. */
function placeQuery(part: PartReference | null): string {
  if (part?.agendaItemId) return `?item=${part.agendaItemId}`;
  return part?.pickupId ? `?stop=${part.pickupId}` : "";
}
