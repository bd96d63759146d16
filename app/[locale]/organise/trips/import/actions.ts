"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { importTrip } from "#domain/archive/commands.ts";
import { mostArchiveBytes } from "#domain/archive/schema.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../read-form.ts";
import { withErrors } from "../../refuse.ts";
import { problemWords } from "./problem-words.ts";

/** Makes the trip of a file for the chosen organisation, or for the only one that the person organises for. */
export async function bringTrip(
  locale: Locale,
  onlyOrganisation: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, "/organise/trips/import"));
  const organisationId = textOf(form, "organisationId") || onlyOrganisation;
  const refuse = async (problems: readonly Problem[]) =>
    withErrors(locale, previous, form, await problemWords(locale, problems));
  const file = form.get("file");
  const text = file instanceof File && file.size <= mostArchiveBytes ? await file.text() : "";
  if (file instanceof File && file.size > mostArchiveBytes) {
    return refuse([{ path: [], reason: "fileTooLarge" }]);
  }
  const made = await importTrip(actor, { organisationId, text }, new Date());
  if (made.ok) {
    const alone = made.again ? "importedAgain" : "imported";
    const done = made.sheetsLeft ? "importedWithoutSheets" : alone;
    redirect(localePath(locale, `/organise/trips/${made.slug}?done=${done}`));
  }
  return made.reason === "notFound" ? notFound() : refuse(made.problems);
}
