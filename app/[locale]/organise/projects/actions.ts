"use server";

import { redirect } from "next/navigation";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import type { FormState } from "#components/form-state.ts";
import { changeProject, createProject, removeProject } from "#domain/project/commands.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { refuse } from "../refuse.ts";
import { readProject } from "./project-fields.ts";

const pageOf = (locale: Locale) => localePath(locale, "/organise/projects");

export async function makeProject(
  locale: Locale,
  organisationId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale));
  const made = await createProject(actor, { organisationId, ...readProject(form) });
  if (!made.ok) return refuse(locale, previous, form, made);
  redirect(`${pageOf(locale)}/${made.projectId}?done=1`);
}

export async function keepProject(
  locale: Locale,
  projectId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale));
  const saved = await changeProject(actor, { projectId, ...readProject(form) }, new Date());
  if (!saved.ok) return refuse(locale, previous, form, saved);
  redirect(`${pageOf(locale)}/${projectId}?done=1`);
}

export async function dropProject(
  locale: Locale,
  projectId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(pageOf(locale));
  const gone = await removeProject(actor, { projectId }, new Date());
  if (!gone.ok) return refuse(locale, previous, form, gone);
  redirect(pageOf(locale));
}
