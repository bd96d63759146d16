"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { checkIn } from "#domain/check-in/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Marks the reader as being there. The page says what became of it, also where the code is too old by now. */
export async function confirmCheckIn(locale: Locale, slug: string, code: string): Promise<void> {
  await demandOwnOrigin();
  const page = localePath(locale, `/trips/${slug}/check-in/${code}`);
  const actor = await requirePerson(page);
  const marked = await checkIn(actor, { slug, code }, new Date());
  if (!marked.ok && marked.reason === "notFound") notFound();
  redirect(page);
}
