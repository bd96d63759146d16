"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { inviteCoordinator, removeCoordinator } from "#domain/coordinator/commands.ts";
import { approveRequest, refuseRequest } from "#domain/role-request/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../read-form.ts";
import { refuse } from "../refuse.ts";

const pageIn = (locale: Locale) => localePath(locale, "/organise/coordinators");

/** Makes somebody coordinator of a municipality, by address. */
export async function invite(
  locale: Locale,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageIn(locale));
  const wish = { email: textOf(form, "email"), organisationId: textOf(form, "organisationId") };
  const invited = await inviteCoordinator(actor, wish, new Date());
  if (!invited.ok) return refuse(locale, previous, form, invited);
  redirect(`${pageIn(locale)}?done=${invited.invited ? "invited" : "known"}`);
}

/** Takes the role of a coordinator back. */
export async function takeBack(
  locale: Locale,
  userId: string,
  organisationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageIn(locale));
  const removed = await removeCoordinator(actor, { userId, organisationId }, new Date());
  if (!removed.ok) return refuse(locale, previous, form, removed);
  redirect(`${pageIn(locale)}?done=removed`);
}

/** Grants somebody's request for the role. */
export async function approve(
  locale: Locale,
  requestId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageIn(locale));
  const approved = await approveRequest(actor, { requestId }, new Date());
  if (!approved.ok) return refuse(locale, previous, form, approved);
  redirect(`${pageIn(locale)}?done=approved`);
}

/** Refuses somebody's request for the role, with a written reason. */
export async function turnDown(
  locale: Locale,
  requestId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageIn(locale));
  const reason = textOf(form, "reason");
  const refused = await refuseRequest(actor, { requestId, reason }, new Date());
  if (!refused.ok) return refuse(locale, previous, form, refused);
  redirect(`${pageIn(locale)}?done=refused`);
}
