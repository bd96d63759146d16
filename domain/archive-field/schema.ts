import * as z from "zod/mini";
import { addressOf } from "#domain/sign-in/rules.ts";

// What the fields of a trip's file are made of. Messages are reasons of domain/archive-problem.

/** A text that may be empty. */
export const text = (most = 4_000) => z.string("notText").check(z.maxLength(most, "tooLong"));

export const filled = (most = 4_000) => text(most).check(z.minLength(1, "empty"));

/** A text per language, Latvian always there. */
export const localized = (most = 4_000) =>
  z.strictObject({
    lv: filled(most),
    en: z.exactOptional(text(most)),
    lt: z.exactOptional(text(most)),
  });

/** An ISO moment in UTC, `2018-06-12T07:00:00.000Z`. */
/** Of a year that a calendar of ours can show. */
export const moment = z.iso
  .datetime({ error: "notMoment", abort: true })
  .check(z.refine((text) => /^(19|20|21)\d\d-/.test(text), "notMoment"));

export const day = z.iso
  .date({ error: "notDate", abort: true })
  .check(z.refine((text) => /^(19|20|21)\d\d-/.test(text), "notDate"));

export const email = z
  .string("notText")
  .check(z.refine((typed) => addressOf(typed) !== null, "notEmail"));

/** Whether one moment or day comes before the other; what is none, is before nothing. */
export const isBefore = (one: string, other: string) => Date.parse(one) < Date.parse(other);

/** What another entry of the file is called: its key, its name, or its number counted from 1. */
export const reference = filled(800);

export const number = (least: number, most: number) =>
  z.int("notNumber").check(z.gte(least, "tooSmall"), z.lte(most, "tooLarge"));

export const degrees = (most: number) =>
  z.number("notNumber").check(z.gte(-most, "tooSmall"), z.lte(most, "tooLarge"));

/** So many problems of one list are told: a file of nothing but problems must not become as many answers. */
const told = 20;

/** A list of at most so many entries, read entry by entry until there is enough to tell. */
export function list<Entry extends z.core.$ZodType>(entry: Entry, most: number) {
  const checked = z.array(z.unknown(), "notList").check((payload) => {
    if (payload.value.length > most) return tell(payload, [issue("tooMany")], []);
    const read = [];
    for (const [index, one] of payload.value.entries()) {
      const result = z.safeParse(entry, one);
      if (result.success) read.push(result.data);
      else tell(payload, result.error.issues, [index]);
      if (payload.issues.length >= told) return;
    }
    payload.value = read;
  });
  return checked as unknown as z.ZodMiniArray<Entry>;
}

/** A part whose shape is another room's: looked into only while it has at most so many entries altogether. */
export function part<Shape extends z.core.$ZodType>(shape: Shape, most: number) {
  const checked = z.unknown().check((payload) => {
    if (entriesIn(payload.value) > most) return tell(payload, [issue("tooMany")], []);
    const result = z.safeParse(shape, payload.value);
    if (result.success) payload.value = result.data;
    else tell(payload, result.error.issues.slice(0, told), []);
  });
  return checked as unknown as Shape;
}

type Issue = { path: PropertyKey[]; message: string };

const issue = (message: string) => ({ code: "custom" as const, path: [], message });

function tell(
  payload: z.core.ParsePayload,
  issues: readonly Issue[],
  path: readonly PropertyKey[],
): void {
  for (const one of issues) {
    const raw = { ...one, path: [...path, ...one.path], input: undefined };
    payload.issues.push(raw as z.core.$ZodRawIssue);
  }
}

function entriesIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + entriesIn(inner), 1);
}
