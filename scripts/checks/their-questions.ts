import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { saveAnswers } from "#domain/answer/commands.ts";
import { answerCase } from "#domain/answer/queries.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { saveQuestion } from "#domain/question/commands.ts";
import { momentInRiga } from "#lib/dates.ts";

const now = momentInRiga("2026-05-10", "12:00");

type People = { organiser: PersonActor; attendee: PersonActor; registrationId: string };

/** Two questions of a trip, a file that its attendee sent as an answer, and a delegation with one unnamed place. */
export async function questionsAndAnswers(people: People, tripId: string, slug: string) {
  const { organiser, attendee, registrationId } = people;
  const text = await aQuestion(organiser, tripId, "text");
  const questionId = await aQuestion(organiser, tripId, "file");
  const files = { [questionId]: { name: "plāns.pdf", bytes: aPdf } };
  const sent = { registrationId, typed: { [text]: ["Jā"] }, files, removed: [] };
  const saved = await saveAnswers(attendee, sent, now);
  if (!saved.ok) throw new Error(saved.reason);
  const answers = (await answerCase(attendee, { registrationId }))?.answers;
  const [of] = await database()
    .select({ organisationId: registration.organisationId })
    .from(registration)
    .where(eq(registration.id, registrationId));
  const rest = { members: [], head: null, unnamed: 1, atLeast: 1, locale: "lv" as const };
  const wanted = { ...rest, tripSlug: slug, organisationId: of?.organisationId ?? "" };
  const delegation = await sendDelegation(organiser, { ...wanted, key: randomUUID() }, now);
  if (!delegation.ok) throw new Error(delegation.reason);
  const fileId = answers?.[questionId]?.file?.id ?? "";
  return { questionId, fileId, delegationId: delegation.delegationId };
}

async function aQuestion(organiser: PersonActor, tripId: string, kind: "text" | "file") {
  const question = {
    tripId,
    kind,
    askedOf: "person" as const,
    label: { lv: "Vai brauksiet?" },
    hint: null,
    options: [],
    required: false,
    condition: null,
    retentionDays: 3650,
  };
  const made = await saveQuestion(organiser, question, now);
  if (!made.ok) throw new Error(made.reason);
  return made.questionId;
}

/** As little as makes a PDF. */
export const aPdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n");
