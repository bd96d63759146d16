import { notFound, redirect } from "next/navigation";
import { requirePerson } from "#app/_server/session.ts";
import { tripOfBadge } from "#domain/badge/queries.ts";
import { isLocale, localePath } from "#lib/locales.ts";

/** Where the code of a badge leads in a browser: whose it is, to the trip. Nobody else learns anything. */
export default async function BadgePage({ params }: PageProps<"/[locale]/badges/[badge]">) {
  const { locale, badge } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requirePerson(localePath(locale, `/badges/${badge}`));
  const slug = await tripOfBadge(actor, badge);
  if (!slug) notFound();
  redirect(localePath(locale, `/trips/${slug}`));
}
