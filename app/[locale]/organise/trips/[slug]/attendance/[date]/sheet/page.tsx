import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { type SheetOfDay, sheetOfDay } from "#domain/sheet/queries.ts";
import { comparisonOf } from "#domain/signature/rules.ts";
import { formatStamp, formatWeekday } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { requireTripToRead } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";
import { compare, type SheetPlace, sendSheet } from "./actions.ts";
import { asRead } from "./as-read.ts";
import { ComparedList } from "./compared-list.tsx";
import { ComparisonForm } from "./comparison-form.tsx";
import { comparisonTexts } from "./comparison-texts.ts";
import { DayHistory } from "./day-history.tsx";
import { LockSection } from "./lock-section.tsx";
import { Pictures } from "./pictures.tsx";
import { SheetForm } from "./sheet-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signedSheet");
  return { title: t("title") };
}

const notices = ["added", "known", "compared", "locked", "reopened"] as const;

/** The signed sheet of a day beside its marks: compared, explained, and the day locked by it. */
export default async function SignedSheet({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/attendance/[date]/sheet">) {
  const { date } = await params;
  const { locale, actor, trip, path } = await requireTripToRead(
    params,
    `/attendance/${date}/sheet`,
  );
  const day = await sheetOfDay(actor, trip.slug, date);
  if (!day) notFound();
  const t = await getTranslations("signedSheet");
  const { done } = await searchParams;
  const notice = notices.find((known) => known === done);
  const place = { tripId: day.tripId, slug: trip.slug, date };
  const open = day.mayChange && day.taken && !day.lock;
  const marks = localePath(locale, `/organise/trips/${trip.slug}/attendance/${date}`);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      back={{ href: marks, label: formatWeekday(date, locale) }}
      notice={notice && t(`done.${notice}`)}
    >
      <p className="lead">{await stateOf(day, locale)}</p>
      <div className="beside">
        <section>
          <h2>{t("files")}</h2>
          {day.sheets.length === 0 ? <p>{t("noFiles")}</p> : null}
          {open ? <Upload place={place} locale={locale} more={day.sheets.length > 0} /> : null}
          <Pictures sheets={day.sheets} locale={locale} />
        </section>
        <section id="comparison">
          <h2>{t("comparison")}</h2>
          <Comparison day={day} place={place} open={open} locale={locale} />
        </section>
      </div>
      {day.mayChange && day.taken ? (
        <LockSection
          place={place}
          locked={day.lock !== null}
          ready={isReady(day)}
          locale={locale}
        />
      ) : null}
      <DayHistory events={day.history} locale={locale} />
    </TripPage>
  );
}

/** Nothing is left to compare, so that locking is what is done next. */
function isReady({ sheets, people }: SheetOfDay): boolean {
  const { looked, open } = comparisonOf(people);
  return sheets.length > 0 && looked === people.length && open === 0;
}

/** How far the day is, in a sentence. */
async function stateOf({ lock, people, sheets }: SheetOfDay, locale: Locale): Promise<string> {
  const t = await getTranslations("signedSheet");
  if (lock) {
    const { present, people: all, byName } = lock;
    const by = byName ? `, ${byName}` : "";
    return t("locked", { when: formatStamp(lock.lockedAt, locale), by, present, people: all });
  }
  if (sheets.length === 0) return t("lead");
  const compared = comparisonOf(people);
  const isNotBegun = compared.looked + compared.differing === 0;
  return t(isNotBegun ? "begin" : "summary", compared);
}

type PartProps = { place: SheetPlace; locale: Locale };

async function Upload({ place, locale, more }: PartProps & { more: boolean }) {
  const t = await getTranslations("signedSheet");
  const problems = await getTranslations("organise.problem");
  return (
    <SheetForm
      action={sendSheet.bind(null, locale, place)}
      initial={untouched()}
      fold={more ? { summary: t("another") } : undefined}
      texts={{
        file: t("file"),
        hint: t("fileHint"),
        tooLarge: problems("sheetTooLarge"),
        submit: t("send"),
      }}
    />
  );
}

async function Comparison({
  day,
  place,
  open,
  locale,
}: PartProps & { day: SheetOfDay; open: boolean }) {
  const t = await getTranslations("signedSheet");
  if (day.people.length === 0) return <p>{t("nobody")}</p>;
  if (!open || day.sheets.length === 0) return <ComparedList people={day.people} />;
  return (
    <ComparisonForm
      action={compare.bind(null, locale, place)}
      initial={untouched(asRead(day.people))}
      people={day.people}
      texts={await comparisonTexts()}
    />
  );
}
