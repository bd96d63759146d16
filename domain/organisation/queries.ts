import { and, asc, eq, gte, isNull, or, type SQLWrapper, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, organisationDomain } from "#db/schema/organisation.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { Locale } from "#lib/locales.ts";
import type { Municipality } from "./rules.ts";

/**
 * The organisation that has this name on the day of `now`; null when there is none. For scripts: of
 * those that share a name, municipalities go first.
 */
export async function organisationNamed(
  actor: Actor,
  name: string,
  now: Date,
): Promise<string | null> {
  if (actor.kind !== "system") return null;
  const today = now.toISOString().slice(0, 10);
  const [found] = await database()
    .select({ id: organisation.id })
    .from(organisation)
    .where(
      and(
        eq(organisation.name, name),
        or(isNull(organisation.validTo), gte(organisation.validTo, today)),
      ),
    )
    .orderBy(asc(organisation.kind), asc(organisation.id))
    .limit(1);
  return found?.id ?? null;
}

/** Under a name of its own, since the query around may read days of trips as well. */
const firstDayOf = (trip: SQLWrapper) =>
  sql`(select min(first.date) from trip_day first where first.trip_id = ${trip})`;

/** What the joined organisation was called on the first day of a trip, as a part of a query; `trip` is the trip's id. */
export const nameOnTrip = (trip: SQLWrapper) =>
  sql<string>`organisation_name_on(${organisation.id},
    ${firstDayOf(trip)})`;

/** Its English name on that day, null where it had none; without it an old trip would mix an old name with a new one. */
export const nameEnOnTrip = (trip: SQLWrapper) =>
  sql<
    string | null
  >`(select case when old.valid_to is null then ${organisation.nameEn} else old.name_en end
    from (select 1) always left join lateral (
      select name_en, valid_to from organisation_former_name
      where organisation_id = ${organisation.id}
        and valid_to >= ${firstDayOf(trip)}
      order by valid_to limit 1) old on true)`;

/** Municipalities of today by country, Latvia first, and by name in the order of the language. */
export async function municipalitiesForSelect(
  _actor: Actor,
  locale: Locale,
): Promise<Municipality[]> {
  const rows = await database()
    .select({
      id: organisation.id,
      name:
        locale === "en"
          ? sql<string>`coalesce(${organisation.nameEn}, ${organisation.name})`
          : organisation.name,
      country: organisation.country,
      domains: sql<string[]>`array_remove(array_agg(${organisationDomain.domain}), null)`,
    })
    .from(organisation)
    .leftJoin(organisationDomain, eq(organisationDomain.organisationId, organisation.id))
    .where(and(eq(organisation.kind, "municipality"), isNull(organisation.validTo)))
    .groupBy(organisation.id);
  const byName = new Intl.Collator(locale);
  return rows.sort((a, b) => b.country.localeCompare(a.country) || byName.compare(a.name, b.name));
}
