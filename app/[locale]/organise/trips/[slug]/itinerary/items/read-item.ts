import { type FormState, typed } from "#components/form-state.ts";
import { clockOf, dayLength } from "#domain/agenda/rules.ts";
import type { ItemState } from "#domain/agenda/schema.ts";
import {
  localizedOf,
  numberOf,
  optionalLocalizedOf,
  textOf,
  textsOf,
} from "../../../../read-form.ts";

/** An item as its form holds it: what the schema then checks. */
export function readItem(form: FormData) {
  return {
    date: textOf(form, "date"),
    kind: textOf(form, "kind"),
    starts: textOf(form, "starts"),
    ends: textOf(form, "ends"),
    endsNextDay: form.has("endsNextDay"),
    title: localizedOf(form, "title"),
    note: optionalLocalizedOf(form, "note"),
    hostId: textOf(form, "hostId") || null,
    placeId: textOf(form, "placeId") || null,
    venue: textOf(form, "venue") || null,
    address: textOf(form, "address") || null,
    latitude: degreesOf(form, "latitude"),
    longitude: degreesOf(form, "longitude"),
    languages: textsOf(form, "languages"),
    interpretation: textOf(form, "interpretation") || null,
    responsible: textOf(form, "responsible") || null,
    internalNote: textOf(form, "internalNote") || null,
    speakerIds: [...new Set(textsOf(form, "speakerIds").filter(Boolean))],
  };
}

const degreesOf = (form: FormData, name: string) =>
  textOf(form, name) ? numberOf(textOf(form, name)) : null;

/** The revision that the form was made of; a form without one takes the item as it is. */
export function revisionOf(form: FormData): { revision?: number } {
  const revision = numberOf(textOf(form, "revision"));
  return Number.isInteger(revision) ? { revision } : {};
}

/** What the form of an item holds, for an item on record. */
export function itemValues(item: ItemState): Record<string, string | string[]> {
  return {
    revision: String(item.revision),
    date: item.date,
    kind: item.kind,
    starts: clockOf(item.starts),
    ends: clockOf(item.ends),
    ...(item.ends > dayLength ? { endsNextDay: "on" } : {}),
    "title.lv": item.title.lv,
    "title.en": item.title.en ?? "",
    "title.lt": item.title.lt ?? "",
    "note.lv": item.note?.lv ?? "",
    "note.en": item.note?.en ?? "",
    "note.lt": item.note?.lt ?? "",
    hostId: item.hostId ?? "",
    placeId: item.placeId ?? "",
    venue: item.venue ?? "",
    address: item.address ?? "",
    latitude: item.latitude === null ? "" : String(item.latitude).replace(".", ","),
    longitude: item.longitude === null ? "" : String(item.longitude).replace(".", ","),
    languages: item.languages,
    interpretation: item.interpretation ?? "",
    responsible: item.responsible ?? "",
    internalNote: item.internalNote ?? "",
    speakerIds: item.speakerIds,
  };
}

/** Without JavaScript the form is sent once to show the speakers of the chosen host: nothing is checked yet. */
export function asksForSpeakers(form: FormData): boolean {
  return form.get("intent") === "host";
}

/** The form as it was sent, with nothing to mend. */
export function again(previous: FormState, form: FormData): FormState {
  return { attempt: previous.attempt + 1, values: typed(form), title: "", errors: [] };
}
