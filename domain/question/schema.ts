import * as z from "zod/mini";
import type { LocalizedWords } from "#lib/locales.ts";

export const questionKinds = ["text", "choice", "choices", "yesNo", "number", "file"] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** Who is asked: everybody who goes, or each delegation once. */
export const askedOf = ["person", "delegation"] as const;

export type AskedOf = (typeof askedOf)[number];

/** More files than that do not fit one form. */
export const mostFileQuestions = 3;

const words = (missing: string) =>
  z.object({
    lv: z.string().check(z.minLength(1, missing), z.maxLength(300, "questionTooLong")),
    en: z.exactOptional(z.string().check(z.maxLength(300, "questionTooLong"))),
    lt: z.exactOptional(z.string().check(z.maxLength(300, "questionTooLong"))),
  });

/** A question as its organiser writes it. */
export const questionForm = z
  .object({
    tripId: z.uuid(),
    /** Left out of a new one. */
    questionId: z.optional(z.uuid()),
    kind: z.enum(questionKinds, "questionKindMissing"),
    askedOf: z.enum(askedOf, "askedOfMissing"),
    label: words("questionMissing"),
    hint: z.nullable(words("questionHintMissing")),
    /** Of a choice, in order; `id` stays when the words change. */
    options: z
      .array(z.object({ id: z.string().check(z.minLength(1)), label: words("optionMissing") }))
      .check(z.maxLength(30, "optionsTooMany")),
    required: z.boolean(),
    condition: z.nullable(z.object({ questionId: z.uuid(), answer: z.string() })),
    retentionDays: z
      .int("retentionWrong")
      .check(z.gte(0, "retentionWrong"), z.lte(3650, "retentionWrong")),
  })
  .check(
    z.refine(({ kind, options }) => isChoice(kind) === options.length > 0, {
      error: "optionsMissing",
      path: ["options"],
    }),
  );

export type QuestionForm = z.input<typeof questionForm>;

export const isChoice = (kind: QuestionKind) => kind === "choice" || kind === "choices";

/** A question as it is read, by everybody who may. */
export type Question = {
  id: string;
  kind: QuestionKind;
  askedOf: AskedOf;
  label: LocalizedWords;
  hint: LocalizedWords | null;
  options: { id: string; label: LocalizedWords }[];
  required: boolean;
  condition: { questionId: string; answer: string } | null;
  retentionDays: number;
};
