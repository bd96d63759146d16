"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { addItem, editItem, removeItem } from "#domain/agenda/commands.ts";
import { changedItem, newItem } from "#domain/agenda/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { fieldReasons } from "#lib/result.ts";
import { refuseItem } from "../refuse-item.ts";
import { again, asksForSpeakers, readItem, revisionOf } from "./read-item.ts";
import { tellOfOther } from "./tell-of-other.ts";

export async function makeItem(
  locale: Locale,
  trip: { tripId: string; slug: string },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(itineraryOf(locale, trip.slug));
  if (asksForSpeakers(form)) return again(previous, form);
  const parsed = newItem.safeParse({ tripId: trip.tripId, ...readItem(form) });
  if (!parsed.success) return refuseItem(locale, previous, form, invalid(parsed.error));
  const made = await addItem(actor, parsed.data, new Date());
  if (!made.ok) return refuseItem(locale, previous, form, made);
  redirect(`${itineraryOf(locale, trip.slug)}?done=item#${made.itemId}`);
}

export async function saveItem(
  locale: Locale,
  item: { itemId: string; slug: string },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(itineraryOf(locale, item.slug));
  if (asksForSpeakers(form)) return again(previous, form);
  const facts = { itemId: item.itemId, ...revisionOf(form), ...readItem(form) };
  const parsed = changedItem.safeParse(facts);
  if (!parsed.success) return refuseItem(locale, previous, form, invalid(parsed.error));
  const saved = await editItem(actor, parsed.data, new Date());
  if (!saved.ok && (saved.reason === "conflict" || saved.reason === "gone")) {
    return tellOfOther(actor, locale, previous, form, saved);
  }
  if (!saved.ok) return refuseItem(locale, previous, form, saved);
  const said = saved.merged.length ? `merged&since=${saved.since}` : "item";
  redirect(`${itineraryOf(locale, item.slug)}?done=${said}#${saved.itemId}`);
}

export async function dropItem(
  locale: Locale,
  item: { itemId: string; slug: string; seen: number },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(itineraryOf(locale, item.slug));
  const { itemId, seen } = item;
  const removed = await removeItem(actor, { itemId, seen }, new Date());
  if (!removed.ok) return refuseItem(locale, previous, form, removed);
  redirect(`${itineraryOf(locale, item.slug)}?done=removed`);
}

const itineraryOf = (locale: Locale, slug: string) =>
  localePath(locale, `/organise/trips/${slug}/itinerary`);

const invalid = ({ issues }: { issues: Parameters<typeof fieldReasons>[0] }) =>
  ({ reason: "invalid", detail: fieldReasons(issues) }) as const;
