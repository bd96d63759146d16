import { lt } from "drizzle-orm";
import { database } from "#db/client.ts";
import { devMail } from "#db/schema/registration.ts";
import type { SystemActor } from "#domain/actor/schema.ts";

export type KeptMail = { to: string; subject: string; text: string; html: string };

/** Keeps a mail of a demo for its mailbox, instead of sending it. */
export async function keepMail(_actor: SystemActor, mail: KeptMail, now: Date): Promise<void> {
  const { to: recipient, subject, text, html } = mail;
  await database().insert(devMail).values({ recipient, subject, text, html, createdAt: now });
}

/** A demo that runs for weeks forgets the mails of more than seven days ago. */
export async function forgetKeptMails(_actor: SystemActor, now: Date): Promise<void> {
  const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60_000);
  await database().delete(devMail).where(lt(devMail.createdAt, weekAgo));
}
