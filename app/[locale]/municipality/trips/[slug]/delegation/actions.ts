"use server";

import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandOwnOrigin } from "#app/_server/own-origin.ts";
import { requirePerson } from "#app/_server/session.ts";
import { type FormState, typed } from "#components/form-state.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { mostMembers } from "#domain/delegation/schema.ts";
import { readPeopleFile } from "#domain/people-file/rules.ts";
import { type PersonLine, readPasted } from "#domain/people-list/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { textOf } from "../../../../organise/read-form.ts";
import { withErrors } from "../../../../organise/refuse.ts";
import { withDone } from "../with-done.ts";
import { membersOf, readDemand, readRows, withRows } from "./read-delegation.ts";

/** How many empty rows a press of the button adds. */
const more = 5;

/** Sends the delegation, or adds rows, or takes over what was pasted, by the button that was pressed. */
export async function send(
  locale: Locale,
  about: { slug: string; organisationId: string; page: string },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  await demandOwnOrigin();
  const actor = await requirePerson(localePath(locale, about.page));
  const rows = readRows(form);
  if (textOf(form, "deed") === "more") {
    const values = withRows(typed(form), rows.map(typedOf), more);
    return { attempt: previous.attempt + 1, values, title: "", errors: [] };
  }
  // No file is read for somebody who may not send it.
  if (!organisationsOf(actor, "coordinator").includes(about.organisationId)) notFound();
  const found = await foundPeople(form);
  if (!found.ok) return refuseRows(locale, previous, form, [{ name: "file", key: found.reason }]);
  if (found.people.length > 0) {
    return takeOver(locale, previous, form, [...rows.map(typedOf), ...found.people]);
  }
  const people = membersOf(rows);
  if (!people.ok) return refuseRows(locale, previous, form, people.wrong);
  const head = rows.findIndex(({ row }) => String(row) === textOf(form, "head"));
  const wanted = {
    tripSlug: about.slug,
    organisationId: about.organisationId,
    members: people.members,
    head: head < 0 ? null : head,
    ...readDemand(form, people.members.length),
    key: textOf(form, "key"),
    locale,
  };
  const sent = await sendDelegation(actor, wanted, new Date());
  if (sent.ok) redirect(withDone(localePath(locale, about.page), "sent"));
  if (sent.reason === "notFound") notFound();
  if (sent.reason === "alreadyRegistered") {
    const wrong = sent.rows.map((index) => ({
      name: `email.${rows[index]?.row}`,
      key: sent.reason,
    }));
    return refuseRows(locale, previous, form, wrong);
  }
  if (sent.reason === "invalid") return refuseRows(locale, previous, form, whatIsWrong(wanted));
  const t = await getTranslations({ locale, namespace: "municipality.delegation.problem" });
  return withErrors(locale, previous, form, [{ name: "form", message: t(sent.reason) }]);
}

/** The people in what was pasted and in the file that was chosen. */
async function foundPeople(form: FormData) {
  const pasted = readPasted(textOf(form, "pasted"));
  const file = form.get("file");
  // A field in which nothing was chosen is sent as an empty file, whose name differs with how the form is sent.
  const isChosen = file instanceof File && (file.size > 0 || file.name.includes("."));
  if (!isChosen) return { ok: true as const, people: pasted };
  const read = await readPeopleFile(await file.bytes());
  return read.ok ? { ok: true as const, people: [...pasted, ...read.people] } : read;
}

const typedOf = ({ typed: row }: { typed: PersonLine }) => row;

/** What was pasted becomes rows, each problem named in its row: nothing is sent before it was looked at. */
async function takeOver(
  locale: Locale,
  previous: FormState,
  form: FormData,
  people: readonly PersonLine[],
): Promise<FormState> {
  if (people.length > mostMembers) {
    return refuseRows(locale, previous, form, [{ name: "pasted", key: "delegationTooLarge" }]);
  }
  const values = withRows(typed(form), people, 0);
  const checked = membersOf(people.map((person, row) => ({ row, typed: person })));
  const state = checked.ok
    ? { attempt: previous.attempt + 1, title: "", errors: [] }
    : await refuseRows(locale, previous, form, checked.wrong);
  return { ...state, values };
}

/** What is wrong with the numbers of a delegation whose people are all right. */
function whatIsWrong({
  unnamed,
  atLeast,
  members,
}: {
  unnamed: number;
  atLeast: number;
  members: object[];
}) {
  if (!Number.isInteger(unnamed) || unnamed < 0) return [{ name: "unnamed", key: "unnamedWrong" }];
  if (unnamed > mostMembers) return [{ name: "unnamed", key: "delegationTooLarge" }];
  if (members.length + unnamed === 0) return [{ name: "givenName.0", key: "delegationEmpty" }];
  if (!Number.isInteger(atLeast) || atLeast < 1) return [{ name: "least", key: "atLeastWrong" }];
  return [{ name: "least", key: "atLeastOverSize" }];
}

async function refuseRows(
  locale: Locale,
  previous: FormState,
  form: FormData,
  wrong: readonly { name: string; key: string }[],
): Promise<FormState> {
  const inPerson = await getTranslations({ locale, namespace: "errors" });
  const t = await getTranslations({ locale, namespace: "municipality.delegation.problem" });
  const errors = wrong.map(({ name, key }) => ({
    name,
    message: inPerson.has(key as "emailMissing")
      ? inPerson(key as "emailMissing")
      : t(key as "closed"),
  }));
  return withErrors(locale, previous, form, errors);
}
