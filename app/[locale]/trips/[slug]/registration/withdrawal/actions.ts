"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { withdraw } from "#domain/registration/commands.ts";
import { registrationOf } from "#domain/registration/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Gives one's own registration back. Sent again, there is none any more, and nothing else happens. */
export async function giveBack(locale: Locale, slug: string): Promise<void> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/me"));
  const own = await registrationOf(actor, slug);
  if (own) await withdraw(actor, { registrationId: own.registrationId }, new Date());
  redirect(localePath(locale, "/me?done=withdrawn"));
}
