"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { startBulkWork } from "#domain/bulk/commands.ts";
import type { BulkKind } from "#domain/bulk/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../../read-form.ts";
import { refuse } from "../../../../refuse.ts";
import { chosenIds } from "./chosen.ts";

type Selection = { kind: BulkKind; all: boolean; view: [string, string][]; ids: string[] };

/** Begins a bulk work for those who are chosen, and leads to where its progress is seen. */
export async function beginBulk(
  locale: Locale,
  { tripId, slug }: { tripId: string; slug: string },
  selection: Selection,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const list = localePath(locale, `/organise/trips/${slug}/registrations`);
  const actor = await requirePerson(list);
  const asked = { ...Object.fromEntries(selection.view), who: "all" };
  const registrationIds = selection.all ? await chosenIds(actor, tripId, asked) : selection.ids;
  const names = ["reason", "pickupId", "subject", "text"].filter((name) => form.has(name));
  const details = Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
  const wish = { tripId, kind: selection.kind, details, registrationIds };
  const begun = await startBulkWork(actor, wish, new Date());
  if (!begun.ok) return refuse(locale, previous, form, begun);
  redirect(`${list}/work/${begun.workId}`);
}
