import type { PlaceReference } from "#domain/registration/schema.ts";

/** As JSON: a text, a number, true or false, an option's id, or several. */
export type AnswerValue = string | number | boolean | string[];

/** 10 MiB. */
export const mostFileBytes = 10 * 1024 * 1024;

export type SentFile = { name: string; bytes: Uint8Array };

/** What was sent for a form of questions, by question: what was typed, a file, or that the one there is goes. */
export type AnswersForm = {
  typed: Record<string, readonly string[]>;
  files: Record<string, SentFile>;
  removed: readonly string[];
};

/** Whose answers: a person's, or a delegation's. */
export type Subject = PlaceReference | { delegationId: string };
