"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import * as lodging from "#domain/lodging/commands.ts";
import type { RoomKind } from "#domain/lodging/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { numberOf, textOf, textsOf } from "../../../read-form.ts";
import { refuse } from "../../../refuse.ts";

type TripReference = { tripId: string; slug: string };

/** The organiser who asks, and the page to go back to. */
async function begin(locale: Locale, { slug }: TripReference) {
  await demandOwnOrigin();
  const page = localePath(locale, `/organise/trips/${slug}/rooms`);
  return { page, actor: await requirePerson(page), now: new Date() };
}

export async function keepLodging(
  locale: Locale,
  trip: TripReference,
  lodgingId: string | null,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, now } = await begin(locale, trip);
  const facts = {
    tripId: trip.tripId,
    ...(lodgingId ? { lodgingId } : {}),
    name: textOf(form, "name"),
    address: textOf(form, "address") || null,
    firstNight: textOf(form, "firstNight"),
    lastNight: textOf(form, "lastNight"),
  };
  const saved = await lodging.saveLodging(actor, facts, now);
  if (!saved.ok) return refuse(locale, previous, form, saved);
  redirect(`${page}?done=lodging`);
}

export async function dropLodging(
  locale: Locale,
  trip: TripReference,
  lodgingId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, now } = await begin(locale, trip);
  const gone = await lodging.removeLodging(actor, { tripId: trip.tripId, lodgingId }, now);
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${page}?done=removed`);
}

export async function keepRooms(
  locale: Locale,
  trip: TripReference,
  lodgingId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, now } = await begin(locale, trip);
  const wish = {
    tripId: trip.tripId,
    lodgingId,
    kind: textOf(form, "kind") as RoomKind,
    count: numberOf(textOf(form, "count")),
    from: numberOf(textOf(form, "from")),
  };
  const added = await lodging.addRooms(actor, wish, now);
  if (!added.ok) return refuse(locale, previous, form, added);
  redirect(`${page}?done=rooms`);
}

export async function dropRoom(
  locale: Locale,
  trip: TripReference,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, now } = await begin(locale, trip);
  const roomId = textOf(form, "roomId");
  const gone = await lodging.removeRoom(actor, { tripId: trip.tripId, roomId }, now);
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(`${page}?done=removed`);
}

/** Writes the rooms whose people were changed; the others may have been changed by somebody else meanwhile. */
export async function keepBeds(
  locale: Locale,
  trip: TripReference,
  lodgingId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, now } = await begin(locale, trip);
  const rooms = [...form.keys()]
    .filter((name) => name.startsWith("was."))
    .map((name) => name.slice("was.".length))
    .map((roomId) => ({ roomId, registrationIds: textsOf(form, `room.${roomId}`).filter(Boolean) }))
    .filter(
      ({ roomId, registrationIds }) => registrationIds.join(" ") !== textOf(form, `was.${roomId}`),
    );
  const planned = await lodging.planBeds(actor, { tripId: trip.tripId, lodgingId, rooms }, now);
  if (!planned.ok) return refuse(locale, previous, form, planned);
  redirect(`${page}?done=beds`);
}

export async function keepByWishes(
  locale: Locale,
  trip: TripReference,
  lodgingId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { page, actor, now } = await begin(locale, trip);
  const planned = await lodging.planByWishes(actor, { tripId: trip.tripId, lodgingId }, now);
  if (!planned.ok) return refuse(locale, previous, form, planned);
  redirect(`${page}?done=wishes&beds=${planned.beds}`);
}
