"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { invite, revokeInvitation } from "#domain/invitation/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../read-form.ts";
import { refuse } from "../../../refuse.ts";

export async function sendInvitation(
  locale: Locale,
  { tripId, slug }: { tripId: string; slug: string },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/invitations`);
  const actor = await requirePerson(page);
  const wish = { tripId, organisationId: textOf(form, "organisationId") };
  const sent = await invite(actor, wish, new Date());
  if (!sent.ok) {
    const detail = { organisationId: "municipalityMissing" };
    return refuse(locale, previous, form, { ...sent, detail });
  }
  redirect(`${page}?done=sent`);
}

export async function takeBack(
  locale: Locale,
  { tripId, slug }: { tripId: string; slug: string },
  invitationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/invitations`);
  const actor = await requirePerson(page);
  const revoked = await revokeInvitation(actor, { tripId, invitationId }, new Date());
  if (!revoked.ok) return refuse(locale, previous, form, revoked);
  redirect(`${page}?done=revoked`);
}
