"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { publication } from "#domain/itinerary/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { fieldReasons } from "#lib/result.ts";
import { textOf } from "../../../read-form.ts";
import { refuseItem } from "./refuse-item.ts";

/** Publishes the draft as the next version. */
export async function publishDraft(
  locale: Locale,
  tripId: string,
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const path = localePath(locale, `/organise/trips/${slug}/itinerary`);
  const actor = await requirePerson(path);
  const parsed = publication.safeParse({ tripId, note: textOf(form, "note") });
  const published = parsed.success
    ? await publishItinerary(actor, parsed.data, new Date())
    : ({ ok: false, reason: "invalid", detail: fieldReasons(parsed.error.issues) } as const);
  if (!published.ok) return refuseItem(locale, previous, form, published);
  redirect(`${path}?done=version`);
}
