import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import { tripsLed } from "#domain/attendance/queries.ts";
import { myProfile } from "#domain/profile/queries.ts";
import { myRegistrations } from "#domain/registration/queries.ts";
import { dateInRiga } from "#lib/dates.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { SignOut, SignOutButton } from "../sign-out.tsx";
import { OwnCalendar } from "./own-calendar.tsx";
import { OwnRegistrations } from "./own-registrations.tsx";
import { TripsLed } from "./trips-led.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("me");
  return { title: t("title") };
}

/** One's registrations, the trips ahead first, and who one is here. */
export default async function Me({ params, searchParams }: PageProps<"/[locale]/me">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requirePerson(localePath(locale, "/me"));
  const { done } = await searchParams;
  const now = new Date();
  const [profile, registrations, led] = await Promise.all([
    myProfile(actor),
    myRegistrations(actor),
    tripsLed(actor, now),
  ]);
  const today = dateInRiga(now);
  const isAhead = ({ tripDates, tripCompletedAt }: (typeof registrations)[number]) =>
    !tripCompletedAt && (tripDates.at(-1) ?? today) >= today;
  const ahead = registrations.filter(isAhead).reverse();
  const past = registrations.filter((own) => !isAhead(own));
  const t = await getTranslations("me");
  const coordinates = organisationsOf(actor, "coordinator").length > 0;
  const name = [profile?.givenName, profile?.familyName].filter(Boolean).join(" ");
  const from = profile?.institution || actor.organisation?.name;
  return (
    <PageShell path="/me">
      <h1>{t("title")}</h1>
      <p className="kicker mt-s3">{[name, actor.email, from].filter(Boolean).join(" · ")}</p>
      {done === "withdrawn" || done === "saved" || done === "calendar" ? (
        <p className="notice" role="status">
          {t(`done.${done}`)}
        </p>
      ) : null}
      <TripsLed trips={led} locale={locale} />
      <section>
        <h2>{t("ahead")}</h2>
        {ahead.length === 0 ? (
          <p>
            {t("empty")} <a href={localePath(locale, "/")}>{t("find")}</a>
          </p>
        ) : (
          <OwnRegistrations registrations={ahead} locale={locale} now={now} />
        )}
      </section>
      {past.length > 0 ? (
        <section>
          <h2>{t("past")}</h2>
          <OwnRegistrations registrations={past} locale={locale} now={now} />
        </section>
      ) : null}
      <OwnCalendar actor={actor} locale={locale} />
      <section>
        <h2>{t("account")}</h2>
        <p className="deeds">
          <a href={localePath(locale, "/me/profile")}>{t("editProfile")}</a>
          {coordinates ? (
            <a href={localePath(locale, "/municipality")}>{t("municipality")}</a>
          ) : null}
          {organisationsOf(actor, "organiser").length > 0 || isAdmin(actor) ? (
            <a href={localePath(locale, "/organise")}>{t("organise")}</a>
          ) : null}
          <SignOutButton>{t("signOut")}</SignOutButton>
        </p>
        {coordinates ? null : (
          <p className="mt-s4">
            {t.rich("askRole", {
              link: (words) => <a href={localePath(locale, "/municipality/role")}>{words}</a>,
            })}
          </p>
        )}
        <SignOut locale={locale} />
      </section>
    </PageShell>
  );
}
