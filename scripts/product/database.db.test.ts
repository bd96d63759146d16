import { expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { inspectDatabase, refuseTooOld } from "./database.ts";
import { migrate } from "./migrate.ts";

const url = () => new URL(process.env.DATABASE_URL ?? "");

test("a server that answers is known by its version, and an empty database as such", async () => {
  expect(await inspectDatabase(url().href)).toEqual({
    version: expect.stringMatching(/^18\./),
    empty: true,
  });
});

test("PostgreSQL 14 is refused, 15 is welcome", () => {
  expect(() => refuseTooOld(140_018, "14.18")).toThrow(
    "The database is PostgreSQL 14.18; version 15 or newer is needed. Name a newer server in DATABASE_URL, or leave it out to use the one that comes along.",
  );
  refuseTooOld(150_000, "15.0");
});

test("a server that is not there is refused in one line", async () => {
  const port = await freePort();
  await expect(inspectDatabase(`postgres://app:word@127.0.0.1:${port}/pieredze`)).rejects.toThrow(
    `The database at 127.0.0.1:${port} cannot be reached (ECONNREFUSED). See that it runs and that DATABASE_URL is right.`,
  );
});

test("a wrong password and a missing database are told apart, and no password is shown", async () => {
  const wrong = url();
  wrong.password = "guessed";
  await expect(inspectDatabase(wrong.href)).rejects.toThrow(
    `The database at ${wrong.host} does not accept the user ${wrong.username}. See to the name and password in DATABASE_URL.`,
  );
  const missing = url();
  missing.pathname = "/nowhere";
  await expect(inspectDatabase(missing.href)).rejects.toThrow(
    `The server at ${missing.host} has no database "nowhere". Create it: createdb nowhere`,
  );
});

test("migrations that were applied are not applied again, also when two come at once", async () => {
  expect(await Promise.all([migrate(url().href), migrate(url().href)])).toEqual([0, 0]);
});
