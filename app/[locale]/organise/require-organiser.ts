import { notFound } from "next/navigation";
import { requirePerson } from "#app/_server/session.ts";
import { isAdmin, organisationsOf } from "#domain/actor/rules.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { isLocale, type Locale, localePath } from "#lib/locales.ts";

/** Somebody who organises for at least one organisation; others sign in, or find nothing. */
export async function requireOrganiser(
  params: Promise<{ locale: string }>,
  path: string,
): Promise<{ locale: Locale; actor: PersonActor; organisationIds: [string, ...string[]] }> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requirePerson(localePath(locale, path));
  const [first, ...others] = organisationsOf(actor, "organiser");
  if (!first) notFound();
  return { locale, actor, organisationIds: [first, ...others] };
}

/** The same, or an administrator, who reads what all organisers do. */
export async function requireReader(
  params: Promise<{ locale: string }>,
  path: string,
): Promise<{ locale: Locale; actor: PersonActor; organises: boolean; administers: boolean }> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requirePerson(localePath(locale, path));
  const organises = organisationsOf(actor, "organiser").length > 0;
  if (!organises && !isAdmin(actor)) notFound();
  return { locale, actor, organises, administers: isAdmin(actor) };
}
