import type { Comparison } from "#domain/signature/schema.ts";
import { textOf, textsOf } from "../../../../../read-form.ts";

/**
 * Who signed, as the form sends it. Nobody is told of whom nothing was chosen, unless `rest` asks to take those as they
 * are marked. Words without a decision explain.
 */
export function readComparison(form: FormData): Comparison["people"] {
  const asMarked = textOf(form, "rest") !== "";
  return textsOf(form, "person").flatMap((registrationId) => {
    const chosen = textOf(form, `signed.${registrationId}`);
    const signed = chosen || (asMarked ? textOf(form, `marked.${registrationId}`) : "");
    if (signed === "") return [];
    const words = textOf(form, `words.${registrationId}`);
    const decided = textOf(form, `decision.${registrationId}`);
    const otherwise = words ? ("explain" as const) : ("none" as const);
    const decision = decided === "correct" || decided === "explain" ? decided : otherwise;
    return [{ registrationId, signed: signed === "yes", decision, words }];
  });
}

/** The file that was chosen; without bytes where none was. */
export async function readSheet(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get("sheet");
  if (!(file instanceof File)) return { name: "", bytes: new Uint8Array() };
  return { name: file.name, bytes: await file.bytes() };
}
