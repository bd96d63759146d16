import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { attendanceOfDay } from "#domain/attendance/queries.ts";
import { dateInRiga, formatWeekday } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { RollCall } from "./roll-call.tsx";
import { rollCallTexts } from "./roll-call-texts.ts";

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
  const day = await attendanceOfDay(actor, slug, date, now);
  if (!day) notFound();
  const t = await getTranslations("attendance");
  const { refused } = await searchParams;
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
      {day.taken || day.locked ? null : <p className="notice">{t("notTaken")}</p>}
      {day.readsSheet ? (
        <p className="screen">
          <a href={localePath(locale, `${path}/sheet`)}>{t("sheet")}</a>
        </p>
      ) : null}
      {refused && !day.locked ? (
        <p className="notice error" role="alert">
          {t("refused")}
        </p>
      ) : null}
      {day.people.length ? (
        <RollCall
          people={day.people}
          taken={day.taken}
          address={localePath(locale, `${path}/marks`)}
          ids={day.people.map(() => crypto.randomUUID())}
          texts={await rollCallTexts(day.people.length)}
        />
      ) : (
        <p className="lead">{t("empty")}</p>
      )}
    </PageShell>
  );
}
