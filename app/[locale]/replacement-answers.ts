import { notFound, redirect } from "next/navigation";
import type { FormState } from "#components/form-state.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { acceptProposal, declineProposal } from "#domain/proposal/commands.ts";
import { replace } from "#domain/replacement/commands.ts";
import type { Locale } from "#lib/locales.ts";
import { readNamed, refuseNamed } from "./named-person.ts";

// What the municipality's coordinator or the trip's organiser decides about a person's place.

type Answer = {
  actor: PersonActor;
  registrationId: string;
  /** Where it goes on, in the reader's language. */
  page: string;
  locale: Locale;
  previous: FormState;
  form: FormData;
};

export async function nameSuccessor(answer: Answer): Promise<FormState> {
  const { actor, registrationId, page, locale, previous, form } = answer;
  const replaced = await replace(actor, { ...readNamed(form), registrationId }, new Date());
  if (replaced.ok) redirect(page);
  return refuseNamed(locale, previous, form, replaced);
}

export async function acceptProposed(answer: Answer, proposalId: string): Promise<FormState> {
  const { actor, registrationId, page, locale, previous, form } = answer;
  const accepted = await acceptProposal(actor, { registrationId, proposalId }, new Date());
  if (accepted.ok) redirect(page);
  // There is no field to stand beside: what was proposed was typed by somebody else.
  const refused = await refuseNamed(locale, previous, form, accepted);
  return { ...refused, errors: refused.errors.map((error) => ({ ...error, name: "form" })) };
}

export async function declineProposed(answer: Answer, proposalId: string): Promise<FormState> {
  const { actor, registrationId, page } = answer;
  const declined = await declineProposal(actor, { registrationId, proposalId }, new Date());
  if (!declined.ok) notFound();
  redirect(page);
}
