"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { addDomain, removeDomain } from "#domain/mail-domain/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../read-form.ts";
import { refuse } from "../refuse.ts";

export async function keepDomain(
  locale: Locale,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, "/organise/domains");
  const actor = await requirePerson(page);
  const wish = { organisationId: textOf(form, "organisationId"), domain: textOf(form, "domain") };
  const added = wish.organisationId
    ? await addDomain(actor, wish, new Date())
    : ({
        ok: false,
        reason: "invalid",
        detail: { organisationId: "municipalityMissing" },
      } as const);
  if (!added.ok) return refuse(locale, previous, form, added);
  redirect(`${page}?done=1`);
}

export async function dropDomain(
  locale: Locale,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, "/organise/domains");
  const actor = await requirePerson(page);
  const [organisationId = "", domain = ""] = textOf(form, "gone").split(" ");
  const gone = await removeDomain(actor, { organisationId, domain }, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${page}?done=1`);
}
