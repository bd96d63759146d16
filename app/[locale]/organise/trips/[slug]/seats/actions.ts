"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { readSeats } from "./read-seats.ts";
import { refuseSeats } from "./refuse-seats.ts";

export async function saveSeats(
  locale: Locale,
  tripId: string,
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, `/organise/trips/${slug}/seats`));
  const wanted = readSeats(tripId, form);
  const saved = await setSeats(actor, wanted, new Date());
  if (!saved.ok) return refuseSeats(locale, previous, form, wanted, saved);
  redirect(localePath(locale, `/organise/trips/${slug}?done=seats`));
}
