import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { keepLodging } from "./actions.ts";
import { lodgingFields } from "./fields.ts";
import { LodgingSection } from "./lodging-section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.rooms");
  return { title: t("title") };
}

const done = ["lodging", "rooms", "beds", "wishes", "removed"] as const;

/** Where the group sleeps, room by room. */
export default async function Rooms({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/rooms">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/rooms");
  const [lodgings, asked] = await Promise.all([lodgingsOfTrip(actor, trip.tripId), searchParams]);
  if (!lodgings) notFound();
  const t = await getTranslations("organise.rooms");
  const reference = { tripId: trip.tripId, slug: trip.slug };
  const notice = done.find((one) => one === asked.done);
  const beds = Number(asked.beds) || 0;
  const nights = {
    firstNight: trip.dates[0] ?? "",
    lastNight: trip.dates.at(-2) ?? trip.dates[0] ?? "",
  };
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      notice={notice && t(`done.${notice}`, { beds })}
    >
      {lodgings.length === 0 ? <p className="lead">{t("none")}</p> : null}
      {lodgings.map((lodging) => (
        <LodgingSection key={lodging.id} lodging={lodging} locale={locale} trip={reference} />
      ))}
      <section>
        <h2>{t("addLodging")}</h2>
        <RecordForm
          action={keepLodging.bind(null, locale, reference, null)}
          initial={untouched(nights)}
          fields={await lodgingFields()}
          submit={t("saveLodging")}
          formId="lodging"
        />
      </section>
    </TripPage>
  );
}
