import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import type { SeatsRefusal } from "#domain/quota/rules.ts";
import { type SeatsForm, seatsForm } from "#domain/seat/schema.ts";
import type { Locale } from "#lib/locales.ts";
import { withErrors } from "../../../refuse.ts";

type Refused =
  | { reason: "notFound" | "invalid" }
  | { reason: "impossible"; refusals: SeatsRefusal[] };

/** The seats as they were sent, with the numbers that stand against them beside their fields. */
export async function refuseSeats(
  locale: Locale,
  previous: FormState,
  form: FormData,
  wanted: SeatsForm,
  refused: Refused,
): Promise<FormState> {
  if (refused.reason === "notFound") notFound();
  const t = await getTranslations({ locale, namespace: "organise.seats.problem" });
  const errors =
    refused.reason === "impossible"
      ? refused.refusals.map((refusal) => ({
          name: fieldOf(refusal),
          message: t(refusal.reason, refusal as never),
        }))
      : issuesOf(wanted).map(({ name, key }) => ({
          name,
          message: t(key as "releaseAtInvalid"),
        }));
  return withErrors(locale, previous, form, onePerField(errors));
}

function fieldOf(refusal: SeatsRefusal): string {
  if ("organisationId" in refusal) return `quota.${refusal.organisationId}`;
  return refusal.reason === "guaranteedOverCapacity" ? "quotas" : "capacity";
}

/** What has the wrong shape, by field; a row of the table is named by its municipality. */
function issuesOf(wanted: SeatsForm): { name: string; key: string }[] {
  const parsed = seatsForm.safeParse(wanted);
  return (parsed.error?.issues ?? []).map(({ path, message }) => {
    const row = path[0] === "quotas" && typeof path[1] === "number" ? wanted.quotas[path[1]] : null;
    const name = row ? `quota.${row.organisationId}` : String(path[0]);
    return { name, key: row || path[0] === "capacity" ? numberKey(name, message) : message };
  });
}

/** A number that is none has no sentence of its own in the schema. */
const numberKey = (name: string, message: string) =>
  /^[a-zA-Z]+$/.test(message) ? message : name === "capacity" ? "capacityAtLeastOne" : "seatsWrong";

function onePerField(errors: FormState["errors"]): FormState["errors"] {
  return [...Map.groupBy(errors, ({ name }) => name)].map(([name, [first]]) => ({
    name,
    message: first?.message ?? "",
  }));
}
