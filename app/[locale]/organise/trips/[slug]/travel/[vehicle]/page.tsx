import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requirePerson } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { type Manifest, manifest } from "#domain/travel/queries.ts";
import { formatStamp, formatTime } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";

type Props = PageProps<"/[locale]/organise/trips/[slug]/travel/[vehicle]">;

/** One reading, since each is recorded. */
const read = cache(async (locale: string, slug: string, vehicleId: string) => {
  if (!isLocale(locale)) notFound();
  const path = `/organise/trips/${slug}/travel/${vehicleId}`;
  const actor = await requirePerson(localePath(locale, path));
  const found = await manifest(actor, slug, vehicleId, new Date());
  if (!found) notFound();
  return { ...found, locale, path };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, vehicle } = await params;
  return { title: (await read(locale, slug, vehicle)).vehicle.name };
}

/** Who gets on where, to be read in the bus and printed. */
export default async function ManifestPage({ params }: Props) {
  const given = await params;
  const { locale, path, trip, vehicle, people, unassigned } = await read(
    given.locale,
    given.slug,
    given.vehicle,
  );
  const t = await getTranslations("organise.travel");
  return (
    <PageShell path={path} organiser={trip.organisation}>
      <p className="kicker">
        {textIn(locale, trip.title)} · {t("asOf", { stamp: formatStamp(new Date(), locale) })}
      </p>
      <h1>{vehicle.name}</h1>
      <p className="lead">
        {t("aboard", { aboard: people.length, seats: vehicle.seats })}{" "}
        {[vehicle.driverName, vehicle.driverPhone].filter(Boolean).join(", ")}
      </p>
      {vehicle.stops.map((stop) => (
        <section key={stop.id} className="whole">
          <h2 className="day">
            {formatTime(stop.departsAt, locale)}{" "}
            <span>{[stop.place, stop.spot].filter(Boolean).join(", ")}</span>
          </h2>
          <p>{t("getOn", { count: stop.people })}</p>
          <People people={people.filter(({ pickupId }) => pickupId === stop.id)} />
        </section>
      ))}
      {unassigned.length ? (
        <section>
          <h2>{t("unassigned", { count: unassigned.length })}</h2>
          <People people={unassigned} />
        </section>
      ) : null}
    </PageShell>
  );
}

async function People({ people }: { people: Manifest["people"] }) {
  if (people.length === 0) return null;
  const t = await getTranslations("organise.registrations");
  return (
    <table className="list stacks">
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("organisation")}</th>
          <th scope="col">{t("phone")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={one.registrationId}>
            <td>
              {one.familyName}, {one.givenName}
            </td>
            <td>{one.organisation}</td>
            <td>{one.phone ? <a href={`tel:${one.phone}`}>{one.phone}</a> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
