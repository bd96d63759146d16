import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { functions } from "./functions.ts";
import { mayAtAll, mayToStrangers } from "./rules.ts";
import { permissions, roles } from "./schema.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** `noun.function` of every function that a commands.ts or queries.ts exports. */
async function exportedFunctions(): Promise<string[]> {
  const files = globSync("domain/*/{commands,queries}.ts", { cwd: root });
  const names = files.map(async (file) => {
    const noun = path.basename(path.dirname(file));
    const exported = (await import(path.join(root, file))) as Record<string, unknown>;
    const named = Object.keys(exported).filter((name) => typeof exported[name] === "function");
    return named.map((name) => `${noun}.${name}`);
  });
  return (await Promise.all(names)).flat().sort();
}

test("every command and query is named in the permission table", async () => {
  const exported = await exportedFunctions();
  const lines = exported
    .filter((name) => !(name in functions))
    .map((name) => `  "${name}": to("the row of schema.ts it serves", "read or write …"),`);
  expect(
    lines.join("\n"),
    `Add to \`functions\` in domain/permission/functions.ts, and a sample to scripts/checks/samples.ts:\n${lines.join("\n")}`,
  ).toBe("");
});

test("the table names no command or query that is gone", async () => {
  const exported = await exportedFunctions();
  expect(exported.length).toBeGreaterThan(20);
  expect(Object.keys(functions).filter((name) => !exported.includes(name))).toEqual([]);
});

describe("the rows of the table", () => {
  const whoMay = (
    may: typeof mayAtAll,
    thing: keyof typeof permissions,
    verb: Parameters<typeof mayAtAll>[0]["verb"],
  ) => roles.filter((role) => may({ thing, verb }, role));

  test("everybody reads a published trip, and its organiser alone writes it", () => {
    expect(whoMay(mayToStrangers, "publishedTrip", "read")).toEqual([...roles]);
    expect(whoMay(mayAtAll, "publishedTrip", "write")).toEqual(["organiser"]);
    expect(whoMay(mayToStrangers, "publishedTrip", "write")).toEqual([]);
  });

  test("nobody reads the needs of a stranger, the administrator included", () => {
    expect(whoMay(mayToStrangers, "needs", "read")).toEqual([]);
    expect(whoMay(mayAtAll, "needs", "read")).not.toContain("admin");
  });

  test("the public has no more than published trips, the certificates that it holds and the entrance", () => {
    const things = Object.keys(permissions) as (keyof typeof permissions)[];
    const open = things.filter((thing) => mayAtAll({ thing, verb: "read" }, "public"));
    expect(open).toEqual(["publishedTrip", "certificate", "entrance"]);
  });

  test("crew and organisers mark attendance, and only an organiser corrects it", () => {
    expect(whoMay(mayAtAll, "attendance", "write")).toEqual(["crew", "organiser"]);
    expect(whoMay(mayAtAll, "attendance", "correct")).toEqual(["organiser"]);
  });

  test("the administrator reads the lists of any trip and changes none", () => {
    expect(mayToStrangers({ thing: "municipalityRegistrations", verb: "read" }, "admin")).toBe(
      true,
    );
    expect(mayAtAll({ thing: "municipalityRegistrations", verb: "withdraw" }, "admin")).toBe(false);
  });
});
