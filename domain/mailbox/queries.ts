import { desc, ilike } from "drizzle-orm";
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

/**
 * The newest mails of a demo, newest first, at most 50; of one address, or a part of it, where one is asked
 * for. Outside of a demo there are none.
 */
export async function keptMails(_actor: Actor, address = ""): Promise<MailInBox[]> {
  const part = address.replace(/[\\%_]/g, "\\$&");
  return database()
    .select({
      id: devMail.id,
      recipient: devMail.recipient,
      subject: devMail.subject,
      text: devMail.text,
      createdAt: devMail.createdAt,
    })
    .from(devMail)
    .where(part ? ilike(devMail.recipient, `%${part}%`) : undefined)
    .orderBy(desc(devMail.createdAt), desc(devMail.id))
    .limit(50);
}
