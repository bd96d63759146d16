import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { catererLine } from "#components/need-words.ts";
import { PageShell } from "#components/page-shell.tsx";
import { attendanceDays } from "#domain/attendance/queries.ts";
import { tripNeeds } from "#domain/need/queries.ts";
import { noShowsOfTrip } from "#domain/no-show/queries.ts";
import { formatWeekday } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { PartCounts } from "./part-counts.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("attendance");
  return { title: t("title") };
}

export default async function AttendancePage({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/attendance">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/organise/trips/${slug}/attendance`;
  const actor = await requirePerson(localePath(locale, path));
  const attendance = await attendanceDays(actor, slug, new Date());
  if (!attendance) notFound();
  const t = await getTranslations("attendance");
  const inRollCall = await getTranslations("rollCall");
  const inWalkIn = await getTranslations("walkIn");
  const inNeeds = await getTranslations("need");
  const noShows = await noShowsOfTrip(actor, slug);
  const needs = await tripNeeds(actor, slug, new Date());
  return (
    <PageShell path={path}>
      <p className="kicker">
        {attendance.organises ? (
          <a href={localePath(locale, `/organise/trips/${slug}`)}>
            {textIn(locale, attendance.title)}
          </a>
        ) : (
          textIn(locale, attendance.title)
        )}
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <p>
        <a href={localePath(locale, `/organise/trips/${slug}/roll-call`)}>{inRollCall("open")}</a>
      </p>
      <p className="screen">
        <a href={localePath(locale, `/organise/trips/${slug}/board`)}>{t("board")}</a>
        {": "}
        {t("boardHint")}
      </p>
      {needs ? (
        <section>
          <h2>{inNeeds("crew")}</h2>
          <p>{await catererLine(needs.counts, locale)}</p>
          <ul className="plain">
            {needs.named
              .filter(({ access }) => access !== null)
              .map(({ registrationId, name, access }) => (
                <li key={registrationId}>
                  {name}: {access}
                </li>
              ))}
          </ul>
        </section>
      ) : null}
      <section>
        <ol className="line steps">
          {attendance.days.map(({ date, locked, all, present, absent, walkIns, parts }) => (
            <li key={date} className={present + absent > 0 ? "done" : ""}>
              <span className="stop" />
              <div className="what">
                <h2>
                  <a href={localePath(locale, `${path}/${date}`)}>{formatWeekday(date, locale)}</a>
                </h2>
                <p>
                  {t("day", { present, all, unmarked: all - present - absent })}
                  {walkIns > 0 ? ` ${inWalkIn("more", { count: walkIns })}` : ""}
                  {locked ? ` ${t("lockedDay")}` : ""}
                </p>
                <PartCounts
                  parts={parts}
                  address={localePath(locale, `${path}/${date}`)}
                  locale={locale}
                />
                {noShows ? (
                  <p>
                    <a
                      href={localePath(locale, `${path}/${date}/sheet`)}
                      aria-label={`${t("sheet")}: ${formatWeekday(date, locale)}`}
                    >
                      {t("sheet")}
                    </a>
                  </p>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      </section>
      {noShows?.people.length ? (
        <section>
          <h2>{t("noShows")}</h2>
          <p>{t("noShowsHint")}</p>
          <ul className="plain">
            {noShows.people.map(({ registrationId, givenName, familyName, organisation }) => (
              <li key={registrationId}>
                <a
                  href={localePath(
                    locale,
                    `/organise/trips/${slug}/registrations/${registrationId}`,
                  )}
                >
                  {givenName} {familyName}
                </a>
                , {organisation}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PageShell>
  );
}
