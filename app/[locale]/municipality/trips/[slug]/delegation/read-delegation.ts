import type { FormState } from "#components/form-state.ts";
import { type Member, member, twice } from "#domain/delegation/schema.ts";
import type { PersonLine } from "#domain/people-list/rules.ts";
import { textOf, textsOf } from "../../../../organise/read-form.ts";

export const columns = ["givenName", "familyName", "position", "email", "phone"] as const;

type Row = PersonLine;

/** The rows of the form, each with its number in it; those in which nothing is typed are left out. */
export function readRows(form: FormData): { row: number; typed: Row }[] {
  const cells = columns.map((name) => textsOf(form, name));
  const count = Math.max(0, ...cells.map((column) => column.length));
  return Array.from({ length: count }, (_, row) => ({
    row,
    typed: Object.fromEntries(
      columns.map((name, index) => [name, cells[index]?.[row]?.trim() ?? ""]),
    ) as Row,
  })).filter(({ typed }) => columns.some((name) => typed[name] !== ""));
}

/** What the form asks for, in numbers; `all` of them, at least so many, or as many as fit. */
export function readDemand(form: FormData, members: number) {
  const unnamed = Number(textOf(form, "unnamed") || "0");
  const size = members + unnamed;
  const demand = textOf(form, "demand");
  const least = Number(textOf(form, "least") || "0");
  return { unnamed, atLeast: demand === "all" ? size : demand === "some" ? least : 1 };
}

/** The people as the domain takes them, or what is wrong with which row. */
export function membersOf(
  rows: readonly { row: number; typed: Row }[],
): { ok: true; members: Member[] } | { ok: false; wrong: { name: string; key: string }[] } {
  const parsed = rows.map(({ row, typed }) => ({ row, result: member.safeParse(typed) }));
  const wrong = parsed.flatMap(({ row, result }) =>
    (result.error?.issues ?? []).map(({ path, message }) => ({
      name: `${String(path[0])}.${row}`,
      key: message,
    })),
  );
  for (const index of twice(rows.map(({ typed }) => typed))) {
    const row = rows[index]?.row;
    wrong.push({ name: `email.${row}`, key: "personTwice" });
  }
  if (wrong.length > 0) return { ok: false, wrong: firstPerField(wrong) };
  return { ok: true, members: parsed.flatMap(({ result }) => (result.data ? [result.data] : [])) };
}

const firstPerField = (wrong: { name: string; key: string }[]) =>
  wrong.filter((one, index) => wrong.findIndex(({ name }) => name === one.name) === index);

/** The form again with these rows, and `spare` empty ones below them. */
export function withRows(values: FormState["values"], rows: readonly Row[], spare: number) {
  const empty = Array.from({ length: spare }, () => "");
  return {
    ...values,
    ...Object.fromEntries(
      columns.map((name) => [name, [...rows.map((row) => row[name]), ...empty]]),
    ),
    pasted: [""],
  };
}
