"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { renewCalendarAddress } from "#domain/calendar/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Makes a new address for one's own calendar; the one before it is worth nothing any more. */
export async function renewAddress(locale: Locale): Promise<void> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/me"));
  await renewCalendarAddress(actor, new Date());
  redirect(localePath(locale, "/me?done=calendar"));
}
