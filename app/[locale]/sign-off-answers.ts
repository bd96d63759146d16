import { redirect } from "next/navigation";
import type { FormState } from "#components/form-state.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { declineSignOff, signOff } from "#domain/sign-off/commands.ts";
import type { Locale } from "#lib/locales.ts";
import { textOf } from "./organise/read-form.ts";
import { refuse } from "./organise/refuse.ts";

// The municipality's answer to an employee's registration, whoever brings it and from whichever page.

type Answer = {
  actor: PersonActor;
  registrationId: string;
  /** Where it goes on, in the reader's language. */
  page: string;
  locale: Locale;
  previous: FormState;
  form: FormData;
};

export async function answerYes(answer: Answer): Promise<FormState> {
  const { actor, registrationId, page, locale, previous, form } = answer;
  const signed = await signOff(actor, { registrationId }, new Date());
  if (!signed.ok) return refuse(locale, previous, form, signed);
  redirect(page);
}

export async function answerNo(answer: Answer): Promise<FormState> {
  const { actor, registrationId, page, locale, previous, form } = answer;
  const wish = { registrationId, reason: textOf(form, "reason") };
  const declined = await declineSignOff(actor, wish, new Date());
  if (!declined.ok) {
    const detail = { reason: "declineReasonMissing" };
    return refuse(locale, previous, form, { ...declined, detail });
  }
  redirect(page);
}
