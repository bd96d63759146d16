import { notFound, redirect } from "next/navigation";
import { requirePerson } from "#app/_server/session.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { isLocale, type Locale, localePath } from "#lib/locales.ts";

/**
 * A coordinator on a page of the municipality; everybody else signs in, and then may ask for the role at the
 * municipality's own address, or finds nothing.
 */
export async function requireCoordinator(
  params: Promise<{ locale: string }>,
  page = "",
): Promise<{
  locale: Locale;
  actor: PersonActor;
  /** Municipalities that the actor coordinates: one, hardly ever more. */
  organisationIds: string[];
  path: string;
  now: Date;
}> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/municipality${page}`;
  const actor = await requirePerson(localePath(locale, path));
  const organisationIds = organisationsOf(actor, "coordinator");
  if (organisationIds.length === 0) {
    if (page === "") redirect(localePath(locale, "/municipality/role"));
    notFound();
  }
  return { locale, actor, organisationIds, path, now: new Date() };
}
