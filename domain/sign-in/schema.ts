import * as z from "zod";
import { locales } from "#lib/locales.ts";

/** A wish to sign in. `client` is the network address that it came from. */
export const signInWish = z.object({
  email: z.string().max(1_000),
  callbackUrl: z.string().max(2_000).nullish(),
  locale: z.enum(locales),
  client: z.string().max(100),
});

export type SignInWish = z.input<typeof signInWish>;

/** A code as typed, for the challenge that this browser started. */
export const codeEntry = z.object({ challengeId: z.uuid(), code: z.string().max(100) });

export type CodeEntry = z.input<typeof codeEntry>;

/** What the worker needs to write the mail; travels sealed. */
export type LoginMail = {
  email: string;
  code: string;
  /** Goes into the link. */
  token: string;
  locale: (typeof locales)[number];
};
