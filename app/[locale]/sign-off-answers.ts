import { redirect } from "next/navigation";
import type { FormState } from "#components/form-state.ts";
import { declineSignOff, signOff } from "#domain/sign-off/commands.ts";
import { textOf } from "./organise/read-form.ts";
import { refuse } from "./organise/refuse.ts";
import type { PlaceForm } from "./place-form.ts";

// The municipality's answer to an employee's registration, whoever brings it and from whichever page.

export async function answerYes(answer: PlaceForm): Promise<FormState> {
  const { actor, place, page, locale, previous, form } = answer;
  const signed = await signOff(actor, place, new Date());
  if (!signed.ok) return refuse(locale, previous, form, signed);
  redirect(page);
}

export async function answerNo(answer: PlaceForm): Promise<FormState> {
  const { actor, place, page, locale, previous, form } = answer;
  const wish = { ...place, reason: textOf(form, "reason") };
  const declined = await declineSignOff(actor, wish, new Date());
  if (!declined.ok) {
    const detail = { reason: "declineReasonMissing" };
    return refuse(locale, previous, form, { ...declined, detail });
  }
  redirect(page);
}
