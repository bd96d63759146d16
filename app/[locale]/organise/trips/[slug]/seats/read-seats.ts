import { type FormState, untouched } from "#components/form-state.ts";
import type { OwnSeats } from "#domain/organiser/queries.ts";
import type { SeatsForm } from "#domain/seat/schema.ts";
import { localInRiga } from "#lib/dates.ts";
import { momentOf, numberOf, textOf, textsOf } from "../../../read-form.ts";
import { typedOf } from "./quota-rows.ts";

/** Seats as the form holds them. A row without municipality is not there; an empty number is none. */
export function readSeats(tripId: string, form: FormData): SeatsForm {
  const guaranteed = textsOf(form, "guaranteed");
  const maximum = textsOf(form, "maximum");
  return {
    tripId,
    capacity: numberOf(textOf(form, "capacity")),
    allocationOrder: textOf(form, "allocationOrder") === "spread" ? "spread" : "first-come",
    releaseAt: textOf(form, "releaseAt") ? momentOf(form, "releaseAt") : null,
    promotionEndsAt: momentOf(form, "promotionEndsAt"),
    namesFrozenAt: momentOf(form, "namesFrozenAt"),
    signOffHours: textOf(form, "signOffHours") ? numberOf(textOf(form, "signOffHours")) : null,
    quotas: textsOf(form, "organisations").flatMap((organisationId, row) =>
      organisationId
        ? [
            {
              organisationId,
              guaranteed: numberOf(guaranteed[row] || "0"),
              maximum: maximum[row] ? numberOf(maximum[row]) : null,
            },
          ]
        : [],
    ),
  };
}

/** The form of the seats on record. */
export function seatsForm(seats: OwnSeats): FormState {
  const quotas = seats.quotas.map(typedOf);
  return untouched({
    capacity: String(seats.capacity),
    allocationOrder: seats.allocationOrder,
    releaseAt: seats.releaseAt ? localInRiga(seats.releaseAt) : "",
    promotionEndsAt: localInRiga(seats.promotionEndsAt),
    namesFrozenAt: localInRiga(seats.namesFrozenAt),
    signOffHours: seats.signOffHours === null ? "" : String(seats.signOffHours),
    organisations: quotas.map(({ organisationId }) => organisationId),
    guaranteed: quotas.map(({ guaranteed }) => guaranteed),
    maximum: quotas.map(({ maximum }) => maximum),
  });
}
