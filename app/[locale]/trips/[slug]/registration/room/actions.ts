"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { refuse } from "#app/[locale]/organise/refuse.ts";
import type { FormState } from "#components/form-state.ts";
import { wishRoom } from "#domain/lodging/commands.ts";
import type { RoomKind } from "#domain/lodging/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** Says how oneself would like to sleep. */
export async function wish(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/trips/${slug}/registration/room`);
  const actor = await requirePerson(page);
  const kind = String(form.get("kind") ?? "") as RoomKind;
  const mate = String(form.get("mate") ?? "").trim() || null;
  const kept = await wishRoom(actor, { registrationId, kind, mate }, new Date());
  if (!kept.ok) return refuse(locale, previous, form, kept);
  redirect(`${page}?done=1`);
}
