"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { askForRole } from "#domain/role-request/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../organise/read-form.ts";
import { refuse } from "../../organise/refuse.ts";

/** Asks to coordinate one's municipality. */
export async function askToCoordinate(
  locale: Locale,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, "/municipality/role");
  const actor = await requirePerson(page);
  const wish = { organisationId: textOf(form, "organisationId"), note: textOf(form, "note") };
  const asked = await askForRole(actor, wish, new Date());
  if (!asked.ok) return refuse(locale, previous, form, asked);
  redirect(`${page}?done=${asked.asked ? "asked" : "waits"}`);
}
