import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { saveAnswers } from "#domain/answer/commands.ts";
import { copyTrip } from "#domain/copy/commands.ts";
import { addDays } from "#lib/dates.ts";
import { anAskedTrip, twoOptions as options } from "#scripts/checks/asked-trip.ts";
import { moveQuestion, removeQuestion, saveQuestion } from "./commands.ts";
import { questionsOf } from "./queries.ts";
import type { QuestionForm } from "./schema.ts";

const now = new Date();

let asked: Awaited<ReturnType<typeof anAskedTrip>>;
let trip: typeof asked.trip;
let person: typeof asked.person;
let registrationId: string;
let asks: typeof asked.asks;

beforeEach(async () => {
  asked = await anAskedTrip(now);
  ({ trip, person, registrationId, asks } = asked);
});

describe("questions", () => {
  test("that were answered keep their kind and the options that were chosen", async () => {
    const room = await asks({ kind: "choice", options });
    await saveAnswers(
      person,
      { registrationId, files: {}, removed: [], typed: { [room]: ["two"] } },
      now,
    );
    const change = async (changes: Partial<QuestionForm>) => {
      const facts = {
        tripId: trip.tripId,
        questionId: room,
        kind: "choice" as const,
        askedOf: "person" as const,
        label: { lv: "Kāda istaba?" },
        hint: null,
        options,
        required: false,
        condition: null,
        retentionDays: 30,
      };
      const saved = await saveQuestion(trip.organiser, { ...facts, ...changes }, now);
      return saved.ok ? "saved" : saved.detail;
    };
    expect(await change({ kind: "text", options: [] })).toEqual({ kind: "questionAnswered" });
    expect(await change({ askedOf: "delegation" })).toEqual({ askedOf: "questionAnswered" });
    expect(await change({ options: options.slice(0, 1) })).toEqual({ options: "optionChosen" });
    expect(await change({ options: options.slice(1) })).toBe("saved");
  });

  test("are refused with a reason by field, and at most three ask for a file", async () => {
    const wrong = {
      tripId: trip.tripId,
      kind: "choice" as const,
      askedOf: "person" as const,
      label: { lv: "" },
      hint: null,
      options: [],
      required: false,
      condition: null,
      retentionDays: 4000,
    };
    expect(await saveQuestion(trip.organiser, wrong, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: {
        "label.lv": "questionMissing",
        options: "optionsMissing",
        retentionDays: "retentionWrong",
      },
    });
    for (let count = 0; count < 3; count += 1) await asks({ kind: "file" });
    const fourth = { ...wrong, kind: "file" as const, label: { lv: "Vēl" }, retentionDays: 1 };
    expect(await saveQuestion(trip.organiser, fourth, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { kind: "fileQuestionsTooMany" },
    });
  });

  test("move, go unless another hangs on them, and are copied with their conditions but no answers", async () => {
    const night = await asks({ kind: "yesNo" });
    const text = await asks({});
    const { tripId, organiser } = trip;
    await asks({ condition: { questionId: night, answer: "yes" } });
    expect(await removeQuestion(organiser, { tripId, questionId: night }, now)).toEqual({
      ok: false,
      reason: "hungOn",
    });
    expect(await moveQuestion(organiser, { tripId, questionId: text, by: -1 }, now)).toEqual({
      ok: true,
    });
    expect((await questionsOf(database(), tripId)).map(({ id }) => id).indexOf(text)).toBe(0);
    await saveAnswers(
      person,
      { registrationId, files: {}, removed: [], typed: { [text]: ["Mācīties"] } },
      now,
    );
    const firstDay = addDays(trip.date, 365);
    const made = await copyTrip(organiser, { tripId, firstDay, title: "Kopija" }, now);
    if (!made.ok) throw new Error(made.reason);
    const copies = await questionsOf(database(), made.tripId);
    expect(copies.map(({ kind }) => kind)).toEqual(["text", "yesNo", "text"]);
    expect(copies[2]?.condition).toEqual({ questionId: copies[1]?.id, answer: "yes" });
    expect(await removeQuestion(organiser, { tripId, questionId: text }, now)).toEqual({
      ok: true,
    });
    expect((await questionsOf(database(), tripId)).some(({ id }) => id === text)).toBe(false);
  });
});
