import { desc } from "drizzle-orm";
import { database } from "#db/client.ts";
import { devMail } from "#db/schema/registration.ts";
import type { Actor } from "#domain/actor/schema.ts";

export type MailInBox = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  createdAt: Date;
};

/** The newest mails of a demo, newest first, at most 50. Outside of a demo there are none. */
export async function keptMails(_actor: Actor): Promise<MailInBox[]> {
  return database()
    .select({
      id: devMail.id,
      recipient: devMail.recipient,
      subject: devMail.subject,
      text: devMail.text,
      createdAt: devMail.createdAt,
    })
    .from(devMail)
    .orderBy(desc(devMail.createdAt), desc(devMail.id))
    .limit(50);
}
