import { notFound } from "next/navigation";
import { currentActor } from "#app/_server/session.ts";
import { callOf } from "#domain/call/queries.ts";
import { registrationOf } from "#domain/registration/queries.ts";
import { isLocale } from "#lib/locales.ts";

/** Who asks, for which trip, and the registration that they have for it. Not found when there is no such trip. */
export async function readCall(params: Promise<{ locale: string; slug: string }>) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await currentActor();
  const now = new Date();
  const [call, own] = await Promise.all([callOf(actor, slug, now), registrationOf(actor, slug)]);
  if (!call) notFound();
  return { locale, actor, call, own, now, path: `/trips/${slug}/registration` };
}
