import pg from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export type Listener = {
  /** A message arrived; `payload` as the database sent it. */
  heard(payload: string): void;
  /** True once messages arrive, false as soon as some may have been missed. */
  connected(connected: boolean): void;
};

const pauseMs = 1_000;
const pulseMs = 5_000;

/**
 * Listens on a channel for as long as the process lives, over a connection of its own (a pooler in
 * transaction mode would lose it). A connection that breaks, or that no longer answers, is replaced.
 */
export async function listen(channel: string, listener: Listener): Promise<never> {
  for (;;) {
    try {
      await listenOnce(channel, listener);
    } catch (error) {
      log.warn({ error }, "the connection that hears of changes broke; connecting again");
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
  }
}

/** Resolves or rejects when the connection is over. */
async function listenOnce(channel: string, listener: Listener): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: `pieredze ${channel}`,
    connectionTimeoutMillis: pulseMs,
    query_timeout: pulseMs,
    keepAlive: true,
  });
  client.on("notification", ({ payload }) => listener.heard(payload ?? ""));
  let pulse: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    listener.connected(true);
    await new Promise<void>((resolve, reject) => {
      client.on("error", reject);
      client.on("end", resolve);
      pulse = setInterval(() => void client.query("select 1").catch(reject), pulseMs).unref();
    });
  } finally {
    clearInterval(pulse);
    listener.connected(false);
    client.on("error", () => {});
    client.end().catch(() => {});
  }
}
