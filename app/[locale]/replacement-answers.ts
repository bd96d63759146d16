import { notFound, redirect } from "next/navigation";
import type { FormState } from "#components/form-state.ts";
import { acceptProposal, declineProposal } from "#domain/proposal/commands.ts";
import { replace } from "#domain/replacement/commands.ts";
import { readNamed, refuseNamed } from "./named-person.ts";
import { textOf } from "./organise/read-form.ts";
import type { PlaceForm } from "./place-form.ts";

// What the municipality's coordinator or the trip's organiser decides about a person's place.

export async function nameSuccessor(answer: PlaceForm): Promise<FormState> {
  const { actor, place, page, locale, previous, form } = answer;
  const replaced = await replace(
    actor,
    { ...readNamed(form), ...place, reason: textOf(form, "reason") },
    new Date(),
  );
  if (replaced.ok) redirect(page);
  return refuseNamed(locale, previous, form, replaced);
}

export async function acceptProposed(answer: PlaceForm, proposalId: string): Promise<FormState> {
  const { actor, place, page, locale, previous, form } = answer;
  const accepted = await acceptProposal(actor, { ...place, proposalId }, new Date());
  if (accepted.ok) redirect(page);
  // There is no field to stand beside: what was proposed was typed by somebody else.
  const refused = await refuseNamed(locale, previous, form, accepted);
  return { ...refused, errors: refused.errors.map((error) => ({ ...error, name: "form" })) };
}

export async function declineProposed(answer: PlaceForm, proposalId: string): Promise<FormState> {
  const { actor, place, page } = answer;
  const declined = await declineProposal(actor, { ...place, proposalId }, new Date());
  if (!declined.ok) notFound();
  redirect(page);
}
