import pg from "pg";
import { systemActor } from "#domain/actor/queries.ts";
import { queueBulkWork } from "#domain/bulk/commands.ts";
import { queueMessages } from "#domain/message/commands.ts";
import { queueBatches } from "#domain/paper-batch/commands.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** Listens until it is ended; `lost` answers when the connection is gone. */
export type Outbox = { lost: Promise<string>; end: () => Promise<void> };

/**
 * Makes jobs of new messages, bulk works and batches of papers as soon as their transaction has committed. What was written while nobody
 * listened is found at the start and by the clock.
 */
export async function openOutbox(): Promise<Outbox> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "pieredze outbox",
    keepAlive: true,
  });
  const lost = new Promise<string>((resolve) => {
    client.on("error", (error) => resolve(error.message));
    client.on("end", () => resolve("the outbox's connection ended"));
  });
  await client.connect();
  let emptying = Promise.resolve();
  const empty = () => {
    emptying = emptying.then(emptyOutbox).catch((error: unknown) => log.error({ error }, "outbox"));
  };
  client.on("notification", empty);
  await client.query("listen messages");
  empty();
  return {
    lost,
    end: async () => {
      await client.end();
      await emptying;
    },
  };
}

async function emptyOutbox(): Promise<void> {
  while ((await queueMessages(systemActor, new Date())) > 0);
  await queueBulkWork(systemActor);
  await queueBatches(systemActor);
}
