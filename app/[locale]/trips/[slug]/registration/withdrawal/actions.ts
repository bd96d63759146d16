"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { registrationOf } from "#domain/registration/queries.ts";
import { giveUpPlace, keepPlace } from "#domain/withdrawal/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Gives one's own place up. Sent again, there is none any more, and nothing else happens. */
export async function giveUp(locale: Locale, slug: string): Promise<void> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/me"));
  const own = await registrationOf(actor, slug);
  const given = own && (await giveUpPlace(actor, own, new Date()));
  if (given?.ok && given.outcome === "asked") redirect(pageOf(locale, slug));
  redirect(localePath(locale, "/me?done=withdrawn"));
}

/** Comes after all, while nobody else has the place. */
export async function comeAfterAll(locale: Locale, slug: string): Promise<void> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/me"));
  const own = await registrationOf(actor, slug);
  if (own) await keepPlace(actor, own, new Date());
  redirect(localePath(locale, `/trips/${slug}/registration`));
}

const pageOf = (locale: Locale, slug: string) =>
  localePath(locale, `/trips/${slug}/registration/withdrawal`);
