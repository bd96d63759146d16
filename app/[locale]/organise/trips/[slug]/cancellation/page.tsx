import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { callOff } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.cancellation");
  return { title: t("title") };
}

export default async function Cancellation({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/cancellation">) {
  const { locale, trip, path } = await requireOwnTrip(params, "/cancellation");
  if (trip.state === "cancelled" || trip.state === "completed") notFound();
  const t = await getTranslations("organise");
  return (
    <TripPage locale={locale} trip={trip} path={path} title={t("cancellation.title")}>
      <p className="lead">
        {t("cancellation.lead", { told: trip.seats.taken + trip.seats.waiting })}
      </p>
      <RecordForm
        action={callOff.bind(null, locale, trip.tripId)}
        initial={untouched()}
        fields={[
          {
            kind: "localized",
            name: "reason",
            label: t("cancellation.reason"),
            hint: t("cancellation.reasonHint"),
            rows: 3,
            others: t("form.otherLanguages"),
            languages: { en: t("form.english"), lt: t("form.lithuanian") },
          },
        ]}
        submit={t("cancellation.submit")}
        back={{
          href: localePath(locale, `/organise/trips/${trip.slug}`),
          label: t("cancellation.keep"),
        }}
      />
    </TripPage>
  );
}
