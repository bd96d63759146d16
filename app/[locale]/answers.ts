import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "#components/form-state.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { saveAnswers } from "#domain/answer/commands.ts";
import type { SentFile, Subject } from "#domain/answer/schema.ts";
import type { Locale } from "#lib/locales.ts";
import { withErrors } from "./organise/refuse.ts";

type Answer = {
  actor: PersonActor;
  subject: Subject;
  /** Where it goes on, in the reader's language. */
  page: string;
  locale: Locale;
  previous: FormState;
  form: FormData;
};

/** Keeps what was answered, whoever answers and for whom. */
export async function keepAnswers(answer: Answer): Promise<FormState> {
  const { actor, subject, page, locale, previous, form } = answer;
  const sent = { ...(await readAnswers(form)), ...subject };
  const saved = await saveAnswers(actor, sent, new Date());
  if (saved.ok) redirect(`${page}?done=saved`);
  if (saved.reason === "notFound") notFound();
  const t = await getTranslations({ locale, namespace: "question.problem" });
  if (saved.reason === "gone") {
    return withErrors(locale, previous, form, [{ name: "form", message: t("gone") }]);
  }
  const errors = Object.entries(saved.detail ?? {}).map(([id, key]) => ({
    name: `q.${id}`,
    message: t(String(key) as "answerMissing"),
  }));
  return withErrors(locale, previous, form, errors);
}

/** Fields are called `q.` and the question's id; a box beside a file says that it goes. */
async function readAnswers(form: FormData) {
  const typed: Record<string, string[]> = {};
  const files: Record<string, SentFile> = {};
  const removed: string[] = [];
  for (const [field, value] of form) {
    const [, id, box] = /^q\.([\da-f-]{36})(\.removed)?$/.exec(field) ?? [];
    if (!id) continue;
    if (box) removed.push(id);
    else if (typeof value === "string") typed[id] = [...(typed[id] ?? []), value];
    else if (value.size > 0 || value.name.includes(".")) {
      files[id] = { name: value.name, bytes: await value.bytes() };
    }
  }
  return { typed, files, removed };
}
