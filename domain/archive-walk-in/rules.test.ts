import { expect, test } from "vitest";
import * as z from "zod/mini";
import { walkInEmails, walkInProblems } from "./rules.ts";
import { type WalkInEntry, walkIns } from "./schema.ts";

const moment = "2026-06-12T07:00:00Z";
const hand = {
  recordedBy: "ilze@example.lv",
  device: "phone",
  deviceAt: moment,
  receivedAt: moment,
};

const entry = (changes: Partial<WalkInEntry> = {}): WalkInEntry => ({
  ...hand,
  id: crypto.randomUUID(),
  date: "2026-06-12",
  givenName: "Jānis",
  familyName: "Kalns",
  organisation: null,
  institution: "Kalnu skola",
  removals: [],
  ...changes,
});

const removal = (id = crypto.randomUUID() as string) => ({
  ...hand,
  id,
  recordedBy: "zane@example.lv",
  reason: "Ir sarakstā.",
});

const given = { days: ["2026-06-12"], organisations: [{ key: "LV0001" }] };

test("walk-ins of a file are of its days and municipalities, and each of them once", () => {
  const same = crypto.randomUUID();
  const gone = removal();
  expect(walkInProblems([entry({ removals: [removal(), removal()] })], given)).toEqual([]);
  const problems = walkInProblems(
    [
      entry({ id: same, removals: [gone] }),
      entry({ id: same.toUpperCase(), removals: [gone] }),
      entry({ date: "2026-06-20" }),
      entry({ organisation: "LV9999", institution: null }),
      entry({ organisation: "LV0001", institution: null }),
    ],
    given,
  );
  expect(problems.map(({ path, reason }) => [path.slice(2).join("."), reason])).toEqual([
    ["1.id", "twice"],
    ["1.removals", "twice"],
    ["2.date", "unknownReference"],
    ["3.organisation", "unknownReference"],
  ]);
});

test("a file from before there were any says nothing of them", () => {
  expect(z.safeParse(walkIns, undefined).success).toBe(true);
});

test("a walk-in of a file has a name, one place, and removals with a reason", () => {
  const wrong = [
    entry({ familyName: "" }),
    entry({ institution: null }),
    entry({ organisation: "LV0001" }),
    entry({ removals: [{ ...removal(), reason: "" }] }),
  ];
  for (const one of wrong) expect(z.safeParse(walkIns, [one]).success).toBe(false);
  expect(z.safeParse(walkIns, [entry({ removals: [removal()] })]).success).toBe(true);
});

test("whoever wrote them down or removed them is known by address", () => {
  expect(walkInEmails([entry({ removals: [removal()] })])).toEqual([
    "ilze@example.lv",
    "zane@example.lv",
  ]);
});
