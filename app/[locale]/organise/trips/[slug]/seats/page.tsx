import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { pastSharesOfTrip } from "#domain/past-share/queries.ts";
import { localInRiga } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { saveSeats } from "./actions.ts";
import { LiveTotals } from "./live-totals.tsx";
import { PastShares } from "./past-shares.tsx";
import { seatsForm } from "./read-seats.ts";
import { seatFields, totalsTexts } from "./seat-fields.ts";
import { SeatsForm } from "./seats-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.seats");
  return { title: t("title") };
}

export default async function Seats({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/seats">) {
  const { locale, actor, trip, path, now } = await requireOwnTrip(params, "/seats");
  const t = await getTranslations("organise.seats");
  const { seats } = trip;
  const guaranteed = seats.quotas.reduce((sum, quota) => sum + quota.guaranteed, 0);
  const known = await municipalitiesForSelect(actor, locale);
  const past = await pastSharesOfTrip(actor, trip.tripId, now);
  const { before, after, texts } = await seatFields();
  return (
    <TripPage locale={locale} trip={trip} path={path} title={t("title")}>
      <p className="lead">
        {t("summary", { capacity: seats.capacity, taken: seats.taken, waiting: seats.waiting })}
      </p>
      <SeatsForm
        action={saveSeats.bind(null, locale, trip.tripId, trip.slug)}
        initial={seatsForm(seats)}
        before={before}
        after={after}
        quotas={seats.quotas}
        totals={
          <LiveTotals
            saved={{
              capacity: seats.capacity,
              guaranteed,
              releaseAt: seats.releaseAt ? localInRiga(seats.releaseAt) : "",
              municipalities: seats.quotas.filter((quota) => quota.guaranteed > 0).length,
            }}
            texts={await totalsTexts(locale)}
            locale={locale}
          />
        }
        past={<PastShares shares={past?.organisations ?? []} quotas={seats.quotas} />}
        choices={known.map(({ id, name, country }) => ({
          value: id,
          label: name,
          group: t(`country.${country}`),
        }))}
        texts={texts}
        backTo={localePath(locale, `/organise/trips/${trip.slug}`)}
      />
    </TripPage>
  );
}
