import { redirect } from "next/navigation";
import type { FormState } from "#components/form-state.ts";
import { setPhotoWish } from "#domain/photo-wish/commands.ts";
import { refuseNamed } from "./named-person.ts";
import type { PlaceForm } from "./place-form.ts";

/** Whether somebody wishes no photographs, as the person or the coordinator says it. */
export async function keepPhotoWish(answer: PlaceForm): Promise<FormState> {
  const { actor, place, page, locale, previous, form } = answer;
  const noPhotos = form.get("noPhotos") === "yes";
  const kept = await setPhotoWish(actor, place, { noPhotos }, new Date());
  if (!kept.ok) return refuseNamed(locale, previous, form, kept);
  redirect(`${page}?done=photographs`);
}
