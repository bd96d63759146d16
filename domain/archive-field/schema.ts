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
export const moment = z.iso.datetime("notMoment");

export const day = z.iso.date("notDate");

export const email = z
  .string("notText")
  .check(z.refine((typed) => addressOf(typed) !== null, "notEmail"));

/** Whether one moment or day comes before the other; what is none, is before nothing. */
export const isBefore = (one: string, other: string) => Date.parse(one) < Date.parse(other);

/** What another entry of the file is called: its key, its name, or its number counted from 1. */
export const reference = filled(400);

export const number = (least: number, most: number) =>
  z.int("notNumber").check(z.gte(least, "tooSmall"), z.lte(most, "tooLarge"));

export const list = <Entry extends z.core.SomeType>(entry: Entry, most: number) =>
  z.array(entry, "notList").check(z.maxLength(most, "tooMany"));

export const degrees = (most: number) =>
  z.number("notNumber").check(z.gte(-most, "tooSmall"), z.lte(most, "tooLarge"));
