import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { answer, storedFile } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { saveNeeds } from "#domain/need/commands.ts";
import { replace } from "#domain/replacement/commands.ts";
import { answeredFile } from "#domain/stored-file/queries.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { addDays, momentInRiga } from "#lib/dates.ts";
import { anAskedTrip, twoOptions } from "#scripts/checks/asked-trip.ts";
import { strangersTo } from "#scripts/checks/factories.ts";
import { aPdf } from "#scripts/checks/their-questions.ts";
import { forgetAnswers, saveAnswers } from "./commands.ts";
import { answerCase, answersOfTrip, openQuestions } from "./queries.ts";
import { mostFileBytes } from "./schema.ts";

const now = new Date();

let asked: Awaited<ReturnType<typeof anAskedTrip>>;
let trip: typeof asked.trip;
let municipality: string;
let coordinator: PersonActor;
let person: PersonActor;
let registrationId: string;
let asks: typeof asked.asks;

beforeEach(async () => {
  asked = await anAskedTrip(now);
  ({ trip, municipality, coordinator, person, registrationId, asks } = asked);
});

const options = twoOptions;

const sent = (changes = {}) => ({
  registrationId,
  typed: {},
  files: {},
  removed: [],
  ...changes,
});

const pdf = (name = "plāns.pdf") => ({ name, bytes: aPdf });

const answersNow = async () =>
  (await answerCase(person, { registrationId }))?.answers as Record<string, { value: unknown }>;

describe("answers", () => {
  test("of every kind are kept, and those to questions that are not asked are not", async () => {
    const night = await asks({ kind: "yesNo" });
    const room = await asks({
      kind: "choice",
      options,
      condition: { questionId: night, answer: "yes" },
      required: true,
    });
    const several = await asks({ kind: "choices", options });
    const count = await asks({ kind: "number" });
    const typed = {
      [night]: ["yes"],
      [room]: ["two"],
      [several]: ["two", "one"],
      [count]: ["2,5"],
    };
    expect(await saveAnswers(person, sent({ typed }), now)).toEqual({ ok: true });
    const kept = await answersNow();
    expect(Object.fromEntries(Object.entries(kept).map(([id, { value }]) => [id, value]))).toEqual({
      [night]: true,
      [room]: "two",
      [several]: ["two", "one"],
      [count]: 2.5,
    });
    await saveAnswers(person, sent({ typed: { ...typed, [night]: ["no"] } }), now);
    expect(Object.keys(await answersNow()).sort()).toEqual([night, several, count].sort());
  });

  test("are kept whole or not at all, with what is wrong by question", async () => {
    const why = await asks({ required: true });
    const count = await asks({ kind: "number" });
    const typed = { [count]: ["daudz"] };
    expect(await saveAnswers(person, sent({ typed }), now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { [why]: "answerMissing", [count]: "answerNoNumber" },
    });
    expect(await answersNow()).toEqual({});
    expect(await openQuestions(person, registrationId)).toBe(1);
    await saveAnswers(person, sent({ typed: { [why]: ["Mācīties"] } }), now);
    expect(await openQuestions(person, registrationId)).toBe(0);
  });

  test("of a form that was opened before somebody else took the place are not the successor's", async () => {
    const why = await asks({});
    const form = sent({ holderId: person.userId, typed: { [why]: ["Mācīties"] } });
    await database()
      .update(registration)
      .set({ enteredBy: coordinator.userId })
      .where(eq(registration.id, registrationId));
    const next = { givenName: "Līga", familyName: "Zīle", phone: "20123456", position: "juriste" };
    const successor = { ...next, email: `${randomUUID()}@example.lv`, registrationId };
    expect(await replace(coordinator, successor, now)).toEqual({ ok: true });
    expect(await saveAnswers(coordinator, form, now)).toEqual({ ok: false, reason: "gone" });
    const others = { ...successor, email: `${randomUUID()}@example.lv`, holderId: person.userId };
    expect(await replace(coordinator, others, now)).toEqual({ ok: false, reason: "gone" });
    const back = { registrationId, holderId: person.userId, reason: "Nevar." };
    expect(await withdraw(coordinator, back, now)).toEqual({ ok: false, reason: "gone" });
    const needs = { registrationId, holderId: person.userId, diet: "vegan" as const };
    const said = { ...needs, allergy: "", access: "", agreed: true, wording: "Piekrīt." };
    expect(await saveNeeds(coordinator, said, now)).toEqual({ ok: false, reason: "gone" });
    expect(await database().$count(answer, eq(answer.questionId, why))).toBe(0);
  });

  test("never stand in the audit trail", async () => {
    const why = await asks({});
    await saveAnswers(person, sent({ typed: { [why]: ["Noslēpums"] } }), now);
    const entries = await database()
      .select({ details: auditEntry.details })
      .from(auditEntry)
      .where(eq(auditEntry.tripId, trip.tripId));
    expect(JSON.stringify(entries)).not.toContain("Noslēpums");
  });
});

describe("a file", () => {
  const files = (questionId: string, name: string, bytes: Uint8Array) => ({
    files: { [questionId]: { name, bytes } },
  });

  test("is what its content says, under the last part of its name", async () => {
    const id = await asks({ kind: "file", required: true });
    const refused = async (bytes: Uint8Array, name = "plāns.pdf") => {
      const saved = await saveAnswers(person, sent(files(id, name, bytes)), now);
      return saved.ok ? "saved" : saved.detail?.[id];
    };
    expect(await refused(new TextEncoder().encode("<html><script>"))).toBe("fileWrongKind");
    expect(await refused(new Uint8Array())).toBe("fileEmpty");
    expect(await refused(new Uint8Array(mostFileBytes + 1))).toBe("fileTooLarge");
    expect(await refused(aPdf, "C:\\dokumenti\\plāns.png")).toBe("saved");
    const { file } = (await answerCase(person, { registrationId }))?.answers[id] ?? {};
    expect(file?.name).toBe("plāns.png");
    expect((await answeredFile(person, file?.id ?? ""))?.type).toBe("application/pdf");
  });

  test("stays until another comes or its box is ticked, and the old one is gone", async () => {
    const id = await asks({ kind: "file" });
    await saveAnswers(person, sent(files(id, "a.pdf", aPdf)), now);
    await saveAnswers(person, sent(), now);
    const fileOf = async () => (await answerCase(person, { registrationId }))?.answers[id]?.file;
    const first = await fileOf();
    expect(first?.name).toBe("a.pdf");
    await saveAnswers(person, sent(files(id, "b.pdf", aPdf)), now);
    expect((await fileOf())?.name).toBe("b.pdf");
    expect(await database().$count(storedFile, eq(storedFile.id, first?.id ?? ""))).toBe(0);
    await saveAnswers(person, sent({ removed: [id] }), now);
    expect(await fileOf()).toBeUndefined();
  });

  test("is read by the person, the organiser and the coordinator who entered them, and by nobody else", async () => {
    const id = await asks({ kind: "file" });
    await saveAnswers(person, sent({ files: { [id]: pdf() } }), now);
    const file = (await answerCase(person, { registrationId }))?.answers[id]?.file?.id ?? "";
    expect((await answeredFile(trip.organiser, file))?.name).toBe("plāns.pdf");
    for (const stranger of [...(await strangersTo(trip.organisationId)), coordinator]) {
      expect(await answeredFile(stranger, file)).toBeNull();
      expect(await answersOfTrip(stranger, trip.slug)).toBeNull();
      expect(await answerCase(stranger, { registrationId })).toBeNull();
      expect(await saveAnswers(stranger, sent(), now)).toEqual({ ok: false, reason: "notFound" });
    }
    await database()
      .update(registration)
      .set({ enteredBy: coordinator.userId })
      .where(eq(registration.id, registrationId));
    expect(await answeredFile(coordinator, file), "the person sent it").toBeNull();
    await saveAnswers(person, sent({ removed: [id] }), now);
    await saveAnswers(coordinator, sent({ files: { [id]: pdf() } }), now);
    const theirs = (await answerCase(coordinator, { registrationId }))?.answers[id]?.file?.id ?? "";
    expect((await answeredFile(coordinator, theirs))?.name).toBe("plāns.pdf");
  });
});

describe("a delegation", () => {
  test("answers once, by its coordinator, and the organiser reads both", async () => {
    const bus = await asks({ askedOf: "delegation", kind: "yesNo" });
    const why = await asks({});
    const rest = { members: [], head: null, unnamed: 2, atLeast: 1, locale: "lv" as const };
    const wanted = { ...rest, tripSlug: trip.slug, organisationId: municipality };
    const made = await sendDelegation(coordinator, { ...wanted, key: randomUUID() }, now);
    if (!made.ok) throw new Error(made.reason);
    const { delegationId } = made;
    const typed = { [bus]: ["yes"], [why]: ["Nav viņu jautājums"] };
    const answers = { delegationId, typed, files: {}, removed: [] };
    expect(await saveAnswers(person, answers, now)).toEqual({ ok: false, reason: "notFound" });
    expect(await saveAnswers(coordinator, answers, now)).toEqual({ ok: true });
    await saveAnswers(person, sent({ typed: { [why]: ["Mācīties"] } }), now);
    const read = await answersOfTrip(trip.organiser, trip.slug);
    expect(read?.rows.map(({ name, answers: those }) => [name, those])).toEqual([
      ["Bērziņa, Anna", { [why]: { value: "Mācīties", file: null } }],
      ["", { [bus]: { value: true, file: null } }],
    ]);
  });

  test("the database refuses an answer of another trip", async () => {
    const elsewhere = await asks({ askedOf: "delegation" });
    const written = database()
      .insert(answer)
      .values({ questionId: elsewhere, registrationId, value: "x", answeredBy: person.userId });
    await expect(written).rejects.toMatchObject({ cause: { constraint: "answer_of_its_trip" } });
  });
});

describe("answers are deleted", () => {
  test("each when its question's time comes, with its file", async () => {
    const soon = await asks({ kind: "file", retentionDays: 2 });
    const later = await asks({ retentionDays: 20 });
    const typed = { [later]: ["Mācīties"] };
    await saveAnswers(person, sent({ typed, files: { [soon]: pdf() } }), now);
    const day = (count: number) => momentInRiga(addDays(trip.date, count), "09:00");
    await forgetAnswers(systemActor, day(2));
    expect(Object.keys(await answersNow()).length).toBe(2);
    const files = await database().$count(storedFile);
    await forgetAnswers(systemActor, day(3));
    expect(Object.keys(await answersNow())).toEqual([later]);
    expect(await database().$count(storedFile)).toBe(files - 1);
    await forgetAnswers(systemActor, day(21));
    expect(await answersNow()).toEqual({});
  });

  test("with the place", async () => {
    const why = await asks({});
    await saveAnswers(person, sent({ typed: { [why]: ["Mācīties"] } }), now);
    await withdraw(person, { registrationId }, now);
    expect(await database().$count(answer, eq(answer.questionId, why))).toBe(0);
  });
});
