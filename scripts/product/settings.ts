import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Refusal } from "../refusal.ts";

export type Mode = "production" | "development";

/** What the environment says about running the product. Empty means not set. */
export type Settings = DatabaseSettings & {
  port: number;
  /** Where connections are accepted from: this machine alone, unless HOST says otherwise. */
  host: string;
  /** Whether an empty database gets the demo data. */
  demoData: boolean;
  /** Null: one is made and kept; with the operator's database it must be given. */
  secret: string | null;
  appUrl: string;
};

/** Where the data is. */
export type DatabaseSettings = {
  /** Absolute. */
  dataFolder: string;
  /** A PostgreSQL of the operator's; null: bring one along. */
  databaseUrl: string | null;
};

/** Reads `.env`, if there is one; what the environment says already goes before it. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}

/** Refuses, with the remedy, what cannot work. */
export function readSettings(source: NodeJS.ProcessEnv, mode: Mode): Settings {
  const given = (name: string) => source[name]?.trim() || null;
  const database = readDatabaseSettings(source);
  const port = Number(given("PORT") ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a number from 1 to 65535, and is "${given("PORT")}".`);
  }
  return {
    ...database,
    port,
    host: given("HOST") ?? "127.0.0.1",
    demoData: !database.databaseUrl || given("DEMO") === "1",
    secret: readSecret(
      given("AUTH_SECRET"),
      mode === "production" && database.databaseUrl !== null,
    ),
    appUrl: given("APP_URL") ?? `http://localhost:${port}`,
  };
}

export function readDatabaseSettings(source: NodeJS.ProcessEnv): DatabaseSettings {
  const databaseUrl = source.DATABASE_URL?.trim() || null;
  if (databaseUrl && !(URL.canParse(databaseUrl) && /^postgres(ql)?:\/\/[^/]/.test(databaseUrl))) {
    throw new Refusal("DATABASE_URL must look like postgres://user:password@host:5432/name.");
  }
  return { databaseUrl, dataFolder: resolve(source.DATA_DIR?.trim() || ".data") };
}

const wayToASecret = "Set AUTH_SECRET to what this prints: openssl rand -hex 32";

function readSecret(secret: string | null, needed: boolean): string | null {
  if (!secret && needed) {
    throw new Refusal(`AUTH_SECRET is missing: it keeps sign-ins safe. ${wayToASecret}`);
  }
  if (secret && isWeak(secret)) {
    throw new Refusal(
      `AUTH_SECRET is too weak: at least 32 characters that nobody can guess. ${wayToASecret}`,
    );
  }
  return secret;
}

/** Too short, too few different characters, or a text that was copied from an example. */
function isWeak(secret: string): boolean {
  return (
    secret.length < 32 ||
    new Set(secret).size < 10 ||
    /change|secret|example|password|placeholder/i.test(secret)
  );
}
