import type { FormState } from "#components/form-state.ts";
import { untouched } from "#components/form-state.ts";
import type { HeldLanguage } from "#domain/agenda/schema.ts";
import type { OwnTrip } from "#domain/organiser/queries.ts";
import type { Topic, TripFacts } from "#domain/trip/schema.ts";
import { localInRiga } from "#lib/dates.ts";
import {
  localizedOf,
  momentOf,
  numberOf,
  optionalLocalizedOf,
  textOf,
  textsOf,
} from "../read-form.ts";

/** The facts that a trip's form holds, as its commands take them. Rows left empty are not there. */
export function readTrip(form: FormData): TripFacts {
  const kinds = textsOf(form, "placeKinds");
  return {
    projectId: textOf(form, "projectId") || null,
    title: localizedOf(form, "title"),
    aim: localizedOf(form, "aim"),
    costs: optionalLocalizedOf(form, "costs"),
    contactName: textOf(form, "contactName") || null,
    contactPhone: textOf(form, "contactPhone") || null,
    topics: textsOf(form, "topics") as Topic[],
    dates: textsOf(form, "dates").filter(Boolean),
    languages: textsOf(form, "languages") as HeldLanguage[],
    travelSpeed: textOf(form, "travelSpeed") ? numberOf(textOf(form, "travelSpeed")) : 60,
    places: textsOf(form, "places").flatMap((placeId, index) =>
      placeId ? [{ placeId, kind: kinds[index] === "pickup" ? "pickup" : "visit" }] : [],
    ),
    registrationOpensAt: momentOf(form, "registrationOpensAt"),
    registrationDeadline: momentOf(form, "registrationDeadline"),
    timesIllustrative: form.has("timesIllustrative"),
    invitationOnly: form.has("invitationOnly"),
  };
}

/** The form of a trip that is on record. */
export function tripForm(trip: OwnTrip): FormState {
  return untouched({
    ...spread("title", trip.title),
    ...spread("aim", trip.aim),
    ...spread("costs", trip.costs ?? {}),
    contactName: trip.contactName ?? "",
    contactPhone: trip.contactPhone ?? "",
    projectId: trip.projectId ?? "",
    topics: trip.topics,
    languages: trip.languages,
    travelSpeed: String(trip.travelSpeed),
    dates: trip.dates,
    places: trip.places.map(({ placeId }) => placeId),
    placeKinds: trip.places.map(({ kind }) => kind),
    registrationOpensAt: localInRiga(trip.registrationOpensAt),
    registrationDeadline: localInRiga(trip.registrationDeadline),
    ...(trip.timesIllustrative ? { timesIllustrative: "on" } : {}),
    ...(trip.invitationOnly ? { invitationOnly: "on" } : {}),
  });
}

function spread(name: string, text: { lv?: string; en?: string; lt?: string }) {
  return Object.fromEntries(
    Object.entries(text).map(([locale, value]) => [`${name}.${locale}`, value]),
  );
}
