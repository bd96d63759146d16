import type { AnswerEntry } from "#domain/archive-people/schema.ts";
import type { Plan } from "#domain/archive-plan/schema.ts";
import { problemIf, repeated, unknown } from "#domain/archive-problem/rules.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";

/** What does not fit of the answers of a person or delegation to the questions of the file. */
export function answerProblems(
  answers: readonly AnswerEntry[],
  { questions }: Pick<Plan, "questions">,
  of: "person" | "delegation",
  path: Problem["path"],
): Problem[] {
  const at = (index: number, field: string) => [...path, "answers", index, field];
  return [
    ...repeated(
      answers.map(({ question }) => question),
      (index) => at(index, "question"),
    ),
    ...answers.flatMap((one, index) => {
      const asked = questions[one.question - 1];
      const known = new Set(asked ? [one.question] : []);
      return [
        ...unknown(known, one.question, at(index, "question")),
        ...problemIf(
          asked !== undefined && asked.askedOf !== of,
          at(index, "question"),
          "notAsked",
        ),
        ...problemIf(
          asked !== undefined && !answersIt(one, asked),
          at(index, "value"),
          "notAnswer",
        ),
      ];
    }),
  ];
}

function answersIt({ value, file }: AnswerEntry, asked: Plan["questions"][number]): boolean {
  const isOption = (id: unknown) => asked.options.some((option) => option.id === id);
  switch (asked.kind) {
    case "file":
      return file !== null;
    case "text":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "yesNo":
      return typeof value === "boolean";
    case "choice":
      return isOption(value);
    case "choices":
      return Array.isArray(value) && value.every(isOption);
  }
}
