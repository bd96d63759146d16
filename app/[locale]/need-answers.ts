import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import { consentWords } from "#components/need-words.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { saveNeeds, withdrawNeedConsent } from "#domain/need/commands.ts";
import { needCase } from "#domain/need/queries.ts";
import type { Diet } from "#domain/need/schema.ts";
import type { Locale } from "#lib/locales.ts";
import { textOf } from "./organise/read-form.ts";
import { withErrors } from "./organise/refuse.ts";

// What somebody needs on the way, whether the person says it or the coordinator who enters the delegation.

type Answer = {
  actor: PersonActor;
  registrationId: string;
  /** Where it goes on, in the reader's language. */
  page: string;
  locale: Locale;
  previous: FormState;
  form: FormData;
};

export async function keepNeeds(answer: Answer): Promise<FormState> {
  const { actor, registrationId, page, locale, previous, form } = answer;
  const now = new Date();
  const one = await needCase(actor, registrationId, now);
  if (!one) notFound();
  const wish = {
    registrationId,
    diet: textOf(form, "diet") as Diet,
    allergy: textOf(form, "allergy"),
    access: textOf(form, "access"),
    agreed: form.get("agreed") === "yes",
    wording: await consentWords(one, locale),
  };
  const saved = await saveNeeds(actor, wish, now);
  if (saved.ok) redirect(`${page}?done=saved`);
  if (saved.reason === "notFound") notFound();
  const t = await getTranslations({ locale, namespace: "need.problem" });
  const errors =
    saved.reason === "invalid"
      ? Object.entries(saved.detail ?? {}).map(([name, key]) => ({
          name,
          message: t(String(key) as "needTooLong"),
        }))
      : [{ name: "agreed", message: t("notAgreed") }];
  return withErrors(locale, previous, form, errors);
}

export async function dropNeeds(answer: Answer): Promise<FormState> {
  const { actor, registrationId, page } = answer;
  const dropped = await withdrawNeedConsent(actor, { registrationId }, new Date());
  if (!dropped.ok) notFound();
  redirect(`${page}?done=withdrawn`);
}
