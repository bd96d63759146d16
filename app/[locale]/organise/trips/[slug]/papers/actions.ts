"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { startBatch } from "#domain/paper-batch/commands.ts";
import type { WordedPaper } from "#domain/wording/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { refuse } from "../../../refuse.ts";

/** Begins a batch of letters or certificates, and leads to where its progress is seen. */
export async function beginBatch(
  locale: Locale,
  { tripId, slug, paper }: { tripId: string; slug: string; paper: WordedPaper },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const at = localePath(locale, `/organise/trips/${slug}/papers`);
  const actor = await requirePerson(at);
  const begun = await startBatch(actor, { tripId, paper, locale }, new Date());
  if (!begun.ok) return refuse(locale, previous, form, begun);
  redirect(`${at}/batches/${begun.batchId}`);
}
