import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { keepList, keptRoll } from "#components/roll-call-store.ts";
import { keepEntry, unsentEntries } from "#components/walk-in-store.ts";
import type { RollCall } from "#domain/roll-call/schema.ts";
import { synchronise } from "./deliver.ts";

const day = 24 * 60 * 60_000;

const listKept = (days: number) =>
  ({
    marks: [],
    reader: { userId: "ilze", name: "Ilze" },
    keptUntil: new Date(Date.now() + days * day).toISOString(),
  }) as unknown as RollCall;

test("a page that stays open forgets a trip whose time is over, also without the network", async () => {
  const kalns = { givenName: "Jānis", familyName: "Kalns", organisationId: null };
  const typed = { kind: "added", date: "2026-06-12", institution: "Skola", ...kalns } as const;
  for (const [slug, days] of [
    ["runs", 1],
    ["over", -1],
    ["long-over", -13],
  ] as const) {
    await keepList(slug, listKept(days));
    await keepEntry(slug, listKept(days), typed);
  }
  expect(await synchronise("runs", "http://localhost:1/roll-call")).toBe("offline");
  expect((await keptRoll("runs")).list).not.toBeNull();
  expect((await keptRoll("over")).list).toBeNull();
  expect((await unsentEntries()).map(({ slug }) => slug).sort()).toEqual(["over", "runs"]);
});
