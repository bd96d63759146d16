import { type FormState, typed, untouched } from "#components/form-state.ts";
import type { DraftItem } from "#domain/draft/schema.ts";
import { clockInRiga, type IsoDate } from "#lib/dates.ts";
import { localizedOf, optionalLocalizedOf, textOf, textsOf } from "../../../../read-form.ts";

/** An item as its form holds it: what the schema then checks. */
export function readItem(form: FormData) {
  return {
    date: textOf(form, "date"),
    kind: textOf(form, "kind"),
    starts: textOf(form, "starts"),
    ends: textOf(form, "ends"),
    title: localizedOf(form, "title"),
    note: optionalLocalizedOf(form, "note"),
    hostId: textOf(form, "hostId") || null,
    placeId: textOf(form, "placeId") || null,
    speakerIds: textsOf(form, "speakerIds"),
  };
}

/** The form of an item on record. */
export function itemForm(item: DraftItem, date: IsoDate): FormState {
  return untouched({
    date,
    kind: item.kind,
    starts: clockInRiga(item.startsAt),
    ends: clockInRiga(item.endsAt),
    "title.lv": item.title.lv,
    "title.en": item.title.en ?? "",
    "title.lt": item.title.lt ?? "",
    "note.lv": item.note?.lv ?? "",
    "note.en": item.note?.en ?? "",
    "note.lt": item.note?.lt ?? "",
    hostId: item.hostId ?? "",
    placeId: item.placeId ?? "",
    speakerIds: item.speakers.map(({ id }) => id),
  });
}

/** Without JavaScript the form is sent once to show the speakers of the chosen host: nothing is checked yet. */
export function asksForSpeakers(form: FormData): boolean {
  return form.get("intent") === "host";
}

/** The form as it was sent, with nothing to mend. */
export function again(previous: FormState, form: FormData): FormState {
  return { attempt: previous.attempt + 1, values: typed(form), title: "", errors: [] };
}
