import { notFound } from "next/navigation";
import { requirePerson } from "#app/_server/session.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { type OwnTrip, ownTrip, tripToRead } from "#domain/organiser/queries.ts";
import { isLocale, type Locale, localePath } from "#lib/locales.ts";

type TripAddress = Promise<{ locale: string; slug: string }>;

/** The trip of a page's address, for its organiser; everybody else signs in, or finds nothing. */
export async function requireOwnTrip(
  params: TripAddress,
  page = "",
): Promise<{ locale: Locale; actor: PersonActor; trip: OwnTrip; path: string; now: Date }> {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/organise/trips/${slug}${page}`;
  const actor = await requirePerson(localePath(locale, path));
  const now = new Date();
  const trip = await ownTrip(actor, slug, now);
  if (!trip) notFound();
  return { locale, actor, trip, path, now };
}

/** The trip of a page that administrators may read as well as its organiser. */
export async function requireTripToRead(params: TripAddress, page: string) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/organise/trips/${slug}${page}`;
  const actor = await requirePerson(localePath(locale, path));
  const trip = await tripToRead(actor, slug, new Date());
  if (!trip) notFound();
  return { locale, actor, trip, path };
}
