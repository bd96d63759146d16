import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { samples } from "#scripts/checks/samples.ts";
import { makeStrangers, makeTheirs, type Strangers } from "#scripts/checks/strangers.ts";
import { functions } from "./functions.ts";
import { mayToStrangers } from "./rules.ts";
import type { Role } from "./schema.ts";

let strangers: Strangers;

beforeAll(async () => {
  strangers = await makeStrangers();
});

const ofSomebody = Object.entries(functions).filter(
  ([, { thing }]) => thing !== "entrance" && thing !== "machinery",
);

test("every function that touches somebody's things has a sample here", () => {
  const missing = ofSomebody.filter(([name]) => !(name in samples)).map(([name]) => name);
  const lines = missing.map((name) => `  "${name}": (theirs) => [theirs.…, now],`).join("\n");
  expect(lines, `Add to \`samples\` in scripts/checks/samples.ts:\n${lines}`).toBe("");
});

test.each(ofSomebody)("%s finds nothing of a stranger's", async (name, assignment) => {
  const call = await load(name);
  const theirs = await makeTheirs();
  const input = samples[name]?.(theirs) ?? [];
  for (const [role, actor] of Object.entries(strangers) as [Role, Actor][]) {
    if (mayToStrangers(assignment, role)) continue;
    const entries = await database().$count(auditEntry);
    const outcome = await call(actor, ...input);
    expect(isNotFound(outcome), `${role} got ${JSON.stringify(outcome)}`).toBe(true);
    expect(await database().$count(auditEntry), `${role} left a trace`).toBe(entries);
  }
  // The same input is no nonsense: whose thing it is gets another answer.
  const owners = [theirs.organiser, theirs.attendee, strangers.admin];
  const outcomes = [];
  for (const owner of owners) outcomes.push(await call(owner, ...input));
  expect(outcomes.every(isNotFound), "its owners found nothing either").toBe(false);
});

const ofEverybody = ofSomebody.filter(
  ([, row]) => row.thing === "publishedTrip" && row.verb === "read",
);

test.each(ofEverybody)("%s finds a published trip for everybody", async (name) => {
  const call = await load(name);
  const theirs = await makeTheirs();
  for (const [role, actor] of Object.entries(strangers)) {
    const outcome = await call(actor, ...(samples[name]?.(theirs) ?? []));
    expect(isNotFound(outcome), `${role} was refused`).toBe(false);
  }
});

/** As if it did not exist: a refusal without a clue, or nothing. */
function isNotFound(outcome: unknown): boolean {
  if (outcome === null) return true;
  if (Array.isArray(outcome)) return outcome.length === 0;
  return JSON.stringify(outcome) === JSON.stringify({ ok: false, reason: "notFound" });
}

type Call = (actor: Actor, ...input: unknown[]) => Promise<unknown>;

async function load(name: string): Promise<Call> {
  const [noun, exported] = name.split(".") as [string, string];
  for (const file of ["commands.ts", "queries.ts"]) {
    const module = await import(path.resolve(import.meta.dirname, "..", noun, file)).catch(
      () => ({}),
    );
    if (exported in module) return module[exported] as Call;
  }
  throw new Error(`${name} is nowhere in domain/${noun}`);
}
