"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { proposeReplacement, withdrawProposal } from "#domain/proposal/commands.ts";
import { registrationOf } from "#domain/registration/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { readNamed, refuseNamed } from "../../../../named-person.ts";

/** Proposes somebody else for one's own place. */
export async function propose(
  locale: Locale,
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug);
  const actor = await requirePerson(page);
  const own = await registrationOf(actor, slug);
  if (!own) notFound();
  const { registrationId } = own;
  const next = { ...readNamed(form), registrationId };
  const proposed = await proposeReplacement(actor, next, new Date());
  if (proposed.ok) redirect(page);
  return refuseNamed(locale, previous, form, proposed);
}

/** Takes one's proposal back. */
export async function takeProposalBack(locale: Locale, slug: string): Promise<FormState> {
  await demandOwnOrigin();
  const page = pageOf(locale, slug);
  const actor = await requirePerson(page);
  const own = await registrationOf(actor, slug);
  if (own) await withdrawProposal(actor, own, new Date());
  redirect(page);
}

const pageOf = (locale: Locale, slug: string) =>
  localePath(locale, `/trips/${slug}/registration/replacement`);
