"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { actorOfWithdrawalLink, type MailLink } from "#domain/actor/queries.ts";
import { giveUpPlace, keepPlace } from "#domain/withdrawal/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Gives the place of a link up. */
export async function giveUp(locale: Locale, link: MailLink): Promise<void> {
  await demandOwnOrigin();
  const actor = await actorOfWithdrawalLink(link);
  if (!actor) notFound();
  const given = await giveUpPlace(actor, link, new Date());
  if (!given.ok && given.reason === "notFound") notFound();
  redirect(pageOf(locale, link));
}

/** Takes it back, while nobody else has the place. */
export async function comeAfterAll(locale: Locale, link: MailLink): Promise<void> {
  await demandOwnOrigin();
  const actor = await actorOfWithdrawalLink(link);
  if (!actor) notFound();
  await keepPlace(actor, link, new Date());
  redirect(pageOf(locale, link));
}

const pageOf = (locale: Locale, { registrationId, token }: MailLink) =>
  localePath(locale, `/withdrawals/${registrationId}/${token}`);
