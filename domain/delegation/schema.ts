import * as z from "zod/mini";
import { emailField, personFields } from "#domain/registration/schema.ts";
import { addressOf } from "#domain/sign-in/rules.ts";
import { locales } from "#lib/locales.ts";

/** As many as go in one coach and one form; more are sent as another delegation. */
export const mostMembers = 500;

/** One person of a delegation, as the coordinator enters them. */
export const member = z.object({ ...personFields, email: emailField });

export type Member = z.infer<typeof member>;

/** What `sendDelegation` takes: named people, places that are named later, and how few would do. */
export const newDelegation = z
  .object({
    tripSlug: z.string().check(z.maxLength(200)),
    organisationId: z.uuid(),
    members: z.array(member).check(z.maxLength(mostMembers, "delegationTooLarge")),
    /** Index in `members` of who answers for the delegation on the way; null while it is not decided. */
    head: z.nullable(z.int().check(z.gte(0))),
    unnamed: z
      .int("unnamedWrong")
      .check(z.gte(0, "unnamedWrong"), z.lte(mostMembers, "delegationTooLarge")),
    /** 1: as many as fit; their number: all or none. */
    atLeast: z.int("atLeastWrong").check(z.gte(1, "atLeastWrong")),
    key: z.uuid(),
    locale: z.enum(locales),
  })
  .check(
    z.refine(({ members, unnamed }) => members.length + unnamed > 0, {
      error: "delegationEmpty",
      path: ["members"],
    }),
    z.refine(({ members, unnamed, atLeast }) => atLeast <= members.length + unnamed, {
      error: "atLeastOverSize",
      path: ["atLeast"],
    }),
    z.refine(({ members, head }) => head === null || head < members.length, {
      error: "headUnknown",
      path: ["head"],
    }),
    z.refine(({ members }) => twice(members).length === 0, {
      error: "personTwice",
      path: ["members"],
    }),
  );

export type NewDelegation = z.input<typeof newDelegation>;

/** Rows whose address stands in an earlier row as well. */
export function twice(members: readonly { email: string }[]): number[] {
  const seen = new Set<string>();
  return members.flatMap(({ email }, row) => {
    const address = addressOf(email);
    if (address === null || !seen.has(address)) {
      if (address) seen.add(address);
      return [];
    }
    return [row];
  });
}
