import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import type { Locale } from "#lib/locales.ts";

/** A form about somebody's place on a trip, whichever page it stands on. */
export type PlaceForm = {
  actor: PersonActor;
  place: PlaceReference;
  /** Where it goes on, in the reader's language. */
  page: string;
  locale: Locale;
  previous: FormState;
  form: FormData;
};

/** The form with who sent it: somebody who is signed in, from a page of ours. */
export async function signedIn(sent: Omit<PlaceForm, "actor">): Promise<PlaceForm> {
  await demandOwnOrigin();
  return { ...sent, actor: await requirePerson(sent.page) };
}
