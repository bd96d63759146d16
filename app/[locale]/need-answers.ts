import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import { consentWords } from "#components/need-words.ts";
import { saveNeeds, withdrawNeedConsent } from "#domain/need/commands.ts";
import { needCase } from "#domain/need/queries.ts";
import type { Diet } from "#domain/need/schema.ts";
import { textOf } from "./organise/read-form.ts";
import { withErrors } from "./organise/refuse.ts";
import type { PlaceForm } from "./place-form.ts";

// What somebody needs on the way, whether the person says it or the coordinator who enters the delegation.

export async function keepNeeds(answer: PlaceForm): Promise<FormState> {
  const { actor, place, page, locale, previous, form } = answer;
  const now = new Date();
  const one = await needCase(actor, place.registrationId, now);
  if (!one) notFound();
  const wish = {
    ...place,
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
      : [{ name: saved.reason === "gone" ? "form" : "agreed", message: t(saved.reason) }];
  return withErrors(locale, previous, form, errors);
}

export async function dropNeeds(answer: PlaceForm): Promise<FormState> {
  const { actor, place, page } = answer;
  const dropped = await withdrawNeedConsent(actor, place, new Date());
  if (!dropped.ok) notFound();
  redirect(`${page}?done=withdrawn`);
}
