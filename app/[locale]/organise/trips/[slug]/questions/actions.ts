"use server";

import { notFound, redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { moveQuestion, removeQuestion, saveQuestion } from "#domain/question/commands.ts";
import { questionsToEdit } from "#domain/question/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { refuse } from "../../../refuse.ts";
import { readQuestion } from "./read-question.ts";

type TripReference = { tripId: string; slug: string };

const pageOf = (locale: Locale, { slug }: TripReference) =>
  localePath(locale, `/organise/trips/${slug}/questions`);

/** Adds a question, or changes the one that is named. */
export async function keepQuestion(
  locale: Locale,
  trip: TripReference,
  questionId: string | null,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, trip));
  const questions = await questionsToEdit(actor, trip.tripId);
  if (!questions) notFound();
  const known = questions.find(({ id }) => id === questionId) ?? null;
  const written = { ...readQuestion(form, known), ...(questionId ? { questionId } : {}) };
  const saved = await saveQuestion(actor, { ...written, tripId: trip.tripId }, new Date());
  if (saved.ok) redirect(`${pageOf(locale, trip)}?done=saved`);
  const { options, label, ...detail } = saved.detail ?? {};
  // What is wrong with a text stands at its Latvian.
  const at = {
    ...(options ? { "options.lv": options } : {}),
    ...(label ? { "label.lv": label } : {}),
  };
  return refuse(locale, previous, form, { ...saved, detail: { ...detail, ...at } });
}

/** A place earlier or later. Where that cannot be, it stays. */
export async function shiftQuestion(
  locale: Locale,
  trip: TripReference,
  questionId: string,
  by: -1 | 1,
): Promise<void> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, trip));
  const moved = await moveQuestion(actor, { tripId: trip.tripId, questionId, by }, new Date());
  if (!moved.ok && moved.reason === "notFound") notFound();
  redirect(pageOf(locale, trip));
}

/** Asks it no more. */
export async function dropQuestion(
  locale: Locale,
  trip: TripReference,
  questionId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale, trip));
  const dropped = await removeQuestion(actor, { tripId: trip.tripId, questionId }, new Date());
  if (dropped.ok) redirect(`${pageOf(locale, trip)}?done=removed`);
  return refuse(locale, previous, form, dropped);
}
