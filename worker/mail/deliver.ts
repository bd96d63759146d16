import { readFileSync } from "node:fs";
import { systemActor } from "#domain/actor/queries.ts";
import { keepMail } from "#domain/mailbox/commands.ts";
import { env } from "#lib/env.ts";
import { type MailedCalendarFile, sendMail } from "#lib/mail.ts";
import { emblemName, html } from "./html.ts";
import type { Letter } from "./letter.ts";
import { plainText } from "./plain.ts";

/** To whom, and under which key a repeat can be recognised. */
export type Delivery = { to: string; key: string; calendar?: MailedCalendarFile | null };

/** Sends a letter, or, in a demo, puts it into the mailbox that everybody may read. */
export async function deliver(
  letter: Letter,
  { to, key, calendar = null }: Delivery,
  now: Date,
): Promise<void> {
  const mail = { to, subject: letter.subject, text: plainText(letter), html: html(letter) };
  if (env().demo) return keepMail(systemActor, mail, now);
  const pictures = letter.eu ? [{ name: emblemName, png: emblem() }] : [];
  await sendMail({ ...mail, key, pictures, calendar });
}

let picture: Buffer | undefined;

/** The emblem at twice the size at which it is shown: mail programs show no SVG. */
function emblem(): Buffer {
  picture ??= readFileSync(new URL("emblem.png", import.meta.url));
  return picture;
}
