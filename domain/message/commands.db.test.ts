import { randomUUID } from "node:crypto";
import { isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { message } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { queueMessages } from "./commands.ts";

const aMessage = () => ({
  kind: "confirmed" as const,
  recipient: "anna@example.lv",
  locale: "lv" as const,
  cause: randomUUID(),
});

async function jobs(): Promise<string[]> {
  const { rows } = await database().execute<{ id: string }>(
    sql`select payload->>'messageId' as id from graphile_worker._private_jobs`,
  );
  return rows.map(({ id }) => id).sort();
}

describe("the outbox", () => {
  it("makes one job of each message, also when two workers empty it at once", async () => {
    const written = await database()
      .insert(message)
      .values(Array.from({ length: 40 }, aMessage))
      .returning({ id: message.id });
    const now = new Date();
    const counts = await Promise.all([1, 2, 3].map(() => queueMessages(systemActor, now)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(await jobs()).toEqual(written.map(({ id }) => id).sort());
    expect(await queueMessages(systemActor, now)).toBe(0);
    const left = await database().select().from(message).where(isNull(message.queuedAt));
    expect(left).toEqual([]);
  });

  it("has nothing of a message whose transaction was undone", async () => {
    const before = await jobs();
    await database()
      .transaction(async (tx) => {
        await tx.insert(message).values(aMessage());
        tx.rollback();
      })
      .catch(() => undefined);
    expect(await queueMessages(systemActor, new Date())).toBe(0);
    expect(await jobs()).toEqual(before);
  });
});
