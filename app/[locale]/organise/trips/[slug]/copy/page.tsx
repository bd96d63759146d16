import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { formatDays } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { makeCopy } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.copy");
  return { title: t("title") };
}

export default async function CopyTrip({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/copy">) {
  const { locale, trip, path } = await requireOwnTrip(params, "/copy");
  const t = await getTranslations("organise");
  const days = trip.dates.length ? formatDays(trip.dates, locale) : "–";
  return (
    <TripPage locale={locale} trip={trip} path={path} title={t("copy.title")}>
      <p className="lead">{t("copy.lead", { days })}</p>
      <p>{t("copy.leftOut")}</p>
      <RecordForm
        action={makeCopy.bind(null, locale, trip.tripId)}
        initial={untouched({ title: trip.title.lv })}
        fields={[
          { kind: "line", name: "title", label: t("facts.name"), lang: "lv" },
          {
            kind: "line",
            type: "date",
            name: "firstDay",
            label: t("copy.firstDay"),
            hint: t("copy.firstDayHint"),
            narrow: true,
          },
        ]}
        submit={t("copy.submit")}
        back={{ href: localePath(locale, `/organise/trips/${trip.slug}`), label: t("form.back") }}
      />
    </TripPage>
  );
}
