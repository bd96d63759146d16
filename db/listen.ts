import pg from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export type Listener = {
  /** A message arrived; `payload` as the database sent it. */
  heard(payload: string): void;
  /** True once messages arrive, false as soon as some may have been missed. */
  connected(connected: boolean): void;
};

/** Who listens, by channel. */
export type Listeners = Readonly<Record<string, Listener>>;

const pauseMs = 1_000;
const pulseMs = 5_000;

/**
 * Listens on these channels for as long as the process lives, over one connection of its own (a pooler in
 * transaction mode would lose it). A connection that breaks, or that no longer answers, is replaced.
 */
export async function listen(listeners: Listeners): Promise<never> {
  for (;;) {
    try {
      await listenOnce(listeners);
    } catch (error) {
      log.warn({ error }, "the connection that hears of changes broke; connecting again");
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
  }
}

/** Resolves or rejects when the connection is over. */
async function listenOnce(listeners: Listeners): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "pieredze listens",
    connectionTimeoutMillis: pulseMs,
    query_timeout: pulseMs,
    keepAlive: true,
  });
  // One that breaks during the first steps says so to them; later it ends the listening below.
  client.on("error", () => {});
  client.on("notification", ({ channel, payload }) => listeners[channel]?.heard(payload ?? ""));
  let pulse: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    for (const channel of Object.keys(listeners)) {
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    }
    tell(listeners, true);
    await new Promise<void>((resolve, reject) => {
      client.on("error", reject);
      client.on("end", resolve);
      pulse = setInterval(() => void client.query("select 1").catch(reject), pulseMs).unref();
    });
  } finally {
    clearInterval(pulse);
    tell(listeners, false);
    client.end().catch(() => {});
  }
}

function tell(listeners: Listeners, connected: boolean): void {
  for (const listener of Object.values(listeners)) listener.connected(connected);
}
