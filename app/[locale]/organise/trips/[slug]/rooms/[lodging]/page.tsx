import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { formatDateShort, formatStamp } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../own-trip.ts";
import { TripPage } from "../../trip-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.rooms");
  return { title: t("list") };
}

/** The rooming list for the hotel: rooms, names and nights, and nothing else of anybody. */
export default async function RoomingList({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/rooms/[lodging]">) {
  const { lodging: id } = await params;
  const { locale, actor, trip, path } = await requireOwnTrip(params, `/rooms/${id}`);
  const lodging = (await lodgingsOfTrip(actor, trip.tripId))?.find((one) => one.id === id);
  if (!lodging) notFound();
  const t = await getTranslations("organise.rooms");
  const { firstNight, lastNight, rooms, unassigned } = lodging;
  const used = rooms.filter(({ guests }) => guests.length > 0);
  const people = used.reduce((sum, { guests }) => sum + guests.length, 0);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={lodging.name}
      back={{ href: localePath(locale, `/organise/trips/${trip.slug}/rooms`), label: t("title") }}
    >
      <p className="lead">
        {t("nights", {
          first: formatDateShort(firstNight, locale),
          last: formatDateShort(lastNight, locale),
          one: String(firstNight === lastNight),
        })}{" "}
        {t("listSummary", { rooms: used.length, people })}
      </p>
      <p className="small">
        {[lodging.address, t("asOf", { stamp: formatStamp(new Date(), locale) })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <table className="list stacks">
        <caption className="sr-only">{t("list")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("roomHead")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("guests")}</th>
          </tr>
        </thead>
        <tbody>
          {used.map((room) => (
            <tr key={room.id}>
              <td>{room.name}</td>
              <td>{t(`kinds.${room.kind}`)}</td>
              <td>
                {room.guests
                  .map(({ givenName, familyName }) => `${givenName} ${familyName}`)
                  .join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="screen mt-s4">{t("unassigned", { count: unassigned.length })}</p>
    </TripPage>
  );
}
