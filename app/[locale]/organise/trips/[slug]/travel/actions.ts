"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { choosePickup } from "#domain/boarding/commands.ts";
import { removePickup, removeVehicle, savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { numberOf, textOf } from "../../../read-form.ts";
import { refuse } from "../../../refuse.ts";

type TripReference = { tripId: string; slug: string };

const pageOf = (locale: Locale, { slug }: TripReference) =>
  localePath(locale, `/organise/trips/${slug}/travel`);

/** Adds a vehicle, or changes the one that is named. */
export async function keepVehicle(
  locale: Locale,
  trip: TripReference,
  vehicleId: string | null,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, trip));
  const facts = {
    tripId: trip.tripId,
    ...(vehicleId ? { vehicleId } : {}),
    name: textOf(form, "name"),
    seats: numberOf(textOf(form, "seats")),
    driverName: textOf(form, "driverName") || null,
    driverPhone: textOf(form, "driverPhone") || null,
  };
  const saved = await saveVehicle(actor, facts, new Date());
  if (!saved.ok) return refuse(locale, previous, form, saved);
  redirect(`${pageOf(locale, trip)}?done=vehicle`);
}

export async function dropVehicle(
  locale: Locale,
  trip: TripReference,
  vehicleId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, trip));
  const gone = await removeVehicle(actor, { tripId: trip.tripId, vehicleId }, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${pageOf(locale, trip)}?done=removed`);
}

/** Adds a stop, or changes the one that is named. */
export async function keepPickup(
  locale: Locale,
  trip: TripReference,
  pickupId: string | null,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, trip));
  const facts = {
    tripId: trip.tripId,
    ...(pickupId ? { pickupId } : {}),
    vehicleId: textOf(form, "vehicleId"),
    placeId: textOf(form, "placeId") || null,
    spot: textOf(form, "spot"),
    date: textOf(form, "date"),
    clock: textOf(form, "clock"),
    organisationId: textOf(form, "organisationId") || null,
  };
  const saved = await savePickup(actor, facts, new Date());
  if (!saved.ok) return refuse(locale, previous, form, saved);
  redirect(`${pageOf(locale, trip)}?done=pickup`);
}

export async function dropPickup(
  locale: Locale,
  trip: TripReference,
  pickupId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, trip));
  const gone = await removePickup(actor, { tripId: trip.tripId, pickupId }, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${pageOf(locale, trip)}?done=removed`);
}

/** Says where one person gets on, in place of that person. */
export async function setPickup(
  locale: Locale,
  slug: string,
  registrationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/registrations/${registrationId}`);
  const actor = await requirePerson(page);
  const pickupId = textOf(form, "pickupId") || null;
  const chosen = await choosePickup(actor, { registrationId, pickupId }, new Date());
  if (!chosen.ok) return refuse(locale, previous, form, chosen);
  redirect(`${page}?done=pickup`);
}
