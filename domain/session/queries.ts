import { and, eq, isNotNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import type { Actor } from "#domain/actor/schema.ts";

/** Whether the person of this address was shut out. An unknown address was not. */
export async function isShutOut(_actor: Actor, email: string): Promise<boolean> {
  const [disabled] = await database()
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.email, email), isNotNull(user.disabledAt)));
  return disabled !== undefined;
}
