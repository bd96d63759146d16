import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

const strong = "6f1e0c6a9d3b48f7a2c55e8b7d904a13";
const server = "postgres://app:word@db.example.lv:5432/pieredze";

test("without any setting it brings a database along, loads demo data and serves this machine", () => {
  expect(readSettings({ NODE_ENV: "production" }, "production")).toEqual({
    port: 3000,
    host: "127.0.0.1",
    dataFolder: resolve(".data"),
    databaseUrl: null,
    demoData: true,
    secret: null,
    appUrl: "http://localhost:3000",
  });
});

test("a database of the operator's gets demo data only if asked for", () => {
  const given = { DATABASE_URL: server, AUTH_SECRET: strong, NODE_ENV: "production" } as const;
  expect(readSettings(given, "production").demoData).toBe(false);
  expect(readSettings({ ...given, DEMO: "1" }, "production").demoData).toBe(true);
});

test("an empty setting counts as none", () => {
  const settings = readSettings(
    { PORT: "", DATABASE_URL: " ", DATA_DIR: "", AUTH_SECRET: "", NODE_ENV: "production" },
    "production",
  );
  expect(settings).toMatchObject({ port: 3000, databaseUrl: null, secret: null });
});

test.each([
  [{ PORT: "http" }, 'PORT must be a number from 1 to 65535, and is "http".'],
  [{ PORT: "70000" }, 'PORT must be a number from 1 to 65535, and is "70000".'],
  [
    { DATABASE_URL: "mysql://db/name" },
    "DATABASE_URL must look like postgres://user:password@host:5432/name.",
  ],
  [
    { DATABASE_URL: server },
    "AUTH_SECRET is missing: it keeps sign-ins safe. Set AUTH_SECRET to what this prints: openssl rand -hex 32",
  ],
])("%o is refused in one line that says what to do", (source, line) => {
  const env = { NODE_ENV: "production", ...source } as NodeJS.ProcessEnv;
  expect(() => readSettings(env, "production")).toThrow(line);
});

test.each(["short", "a".repeat(40), `please-change-me-${strong}`])(
  "the secret %s is refused as weak",
  (secret) => {
    const env = { NODE_ENV: "production", AUTH_SECRET: secret } as const;
    expect(() => readSettings(env, "production")).toThrow(
      "AUTH_SECRET is too weak: at least 32 characters that nobody can guess. Set AUTH_SECRET to what this prints: openssl rand -hex 32",
    );
  },
);

test("in development a secret need not be given", () => {
  const env = { NODE_ENV: "development", DATABASE_URL: server } as const;
  expect(readSettings(env, "development").secret).toBeNull();
});
