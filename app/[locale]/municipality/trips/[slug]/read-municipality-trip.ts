import { notFound } from "next/navigation";
import { municipalityNames, municipalityNow } from "#domain/municipality/queries.ts";
import { requireCoordinator } from "../../require-coordinator.ts";

type Address = Promise<{ locale: string; slug: string }>;
type Query = Promise<Record<string, string | string[] | undefined>>;

/**
 * A trip with what the municipality has or wants on it, for its coordinator. `?of=` says which municipality
 * where somebody coordinates several.
 */
export async function readMunicipalityTrip(params: Address, searchParams: Query, page = "") {
  const { slug } = await params;
  const coordinator = await requireCoordinator(params, `/trips/${slug}${page}`);
  const { actor, organisationIds, now } = coordinator;
  const { of, done } = await searchParams;
  const municipalities = await municipalityNames(actor, organisationIds);
  const own = of === undefined ? municipalities[0] : municipalities.find(({ id }) => id === of);
  const ahead = own ? await municipalityNow(actor, own.id, now) : null;
  const call = ahead?.calls.find((trip) => trip.slug === slug) ?? null;
  const trip = ahead?.trips.find((one) => one.slug === slug) ?? null;
  const facts = trip ?? call;
  if (!own || !facts) notFound();
  const query = municipalities.length > 1 ? `?${new URLSearchParams({ of: own.id })}` : "";
  return { ...coordinator, slug, own, facts, call, sent: trip?.sent ?? [], query, done };
}
