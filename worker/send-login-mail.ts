import { createHash } from "node:crypto";
import type { LoginMail } from "#domain/sign-in/schema.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { RefusedMail } from "#lib/mail.ts";
import { unseal } from "#lib/seal.ts";
import { deliver } from "./mail/deliver.ts";
import { loginLetter } from "./mail/login-letter.ts";

/** Mails a code and a link. What was sealed too long ago would only bring a code that is over. */
export async function sendLoginMail(sealed: string, now: Date): Promise<void> {
  const mail = await unseal<LoginMail>("login mail", sealed);
  if (!mail) return;
  const key = createHash("sha256").update(mail.token).digest("hex").slice(0, 32);
  try {
    await deliver(loginLetter(mail, env().APP_URL), { to: mail.email, key }, now);
  } catch (error) {
    if (!(error instanceof RefusedMail)) throw error;
    log.warn({ reason: error.message }, "a sign-in mail was refused");
  }
}
