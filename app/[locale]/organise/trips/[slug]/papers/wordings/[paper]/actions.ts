"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { saveWording } from "#domain/wording/commands.ts";
import type { WordedPaper } from "#domain/wording/rules.ts";
import { type Locale, localePath, locales } from "#lib/locales.ts";
import { textOf } from "../../../../../read-form.ts";
import { refuse, withErrors } from "../../../../../refuse.ts";
import { productWords } from "./product-words.ts";

type Place = { tripId: string; slug: string; organisationId: string; paper: WordedPaper };

/** Keeps an organiser's words of a paper; what says the same as the product's own is not kept. */
export async function keepWording(
  locale: Locale,
  { tripId, slug, organisationId, paper }: Place,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/papers/wordings/${paper}`);
  const actor = await requirePerson(page);
  const own = productWords(paper);
  const texts = Object.fromEntries(
    locales.map((one) => {
      const text = textOf(form, `text.${one}`).replaceAll("\r\n", "\n");
      return [one, text === own[one] ? "" : text];
    }),
  );
  const ofTrip = form.get("everywhere") === "1" ? null : tripId;
  const saved = await saveWording(
    actor,
    { organisationId, tripId: ofTrip, paper, ...texts },
    new Date(),
  );
  if (saved.ok) redirect(`${page}?done=kept`);
  if (saved.reason !== "unknownFields") {
    const detail = Object.entries(saved.detail ?? {}).map(([name, key]) => [`text.${name}`, key]);
    return refuse(locale, previous, form, { ...saved, detail: Object.fromEntries(detail) });
  }
  const t = await getTranslations({ locale, namespace: "papers.wording" });
  const errors = Object.entries(saved.detail ?? {}).map(([name, fields]) => ({
    name: `text.${name}`,
    message: t("unknownFields", { fields: String(fields) }),
  }));
  return withErrors(locale, previous, form, errors);
}
