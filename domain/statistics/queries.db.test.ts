import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { wholeDay } from "#domain/day-part/schema.ts";
import { anExportedTrip } from "#scripts/checks/exported-trip.ts";
import { strangersTo } from "#scripts/checks/factories.ts";
import { anAdmin } from "#scripts/checks/strangers.ts";
import { aTripInParts } from "#scripts/checks/trip-in-parts.ts";
import { statisticsExport } from "./queries.ts";

test("each municipality has its numbers and seats, with the sums below", async () => {
  const { trip, ada, bauska } = await anExportedTrip();
  for (const reader of [trip.organiser, await anAdmin()]) {
    const exported = await statisticsExport(reader, trip.slug, "csv");
    expect(await Array.fromAsync(exported?.rows ?? [])).toEqual([
      [ada, 4, 2, 1, 0, 1, 2, 5, 1, null, 1],
      [bauska, 2, 0, 0, 2, 0, 0, null, 0, null, 0],
      [{ word: "export.total" }, 6, 2, 1, 2, 1, 2, null, 1, null, 1],
    ]);
    expect(exported?.columns.at(-1)?.heading).toEqual({ presentOn: trip.date });
    const entries = await database()
      .select({ details: auditEntry.details })
      .from(auditEntry)
      .where(
        and(eq(auditEntry.action, "statistics.export"), eq(auditEntry.actorId, reader.userId)),
      );
    expect(entries).toEqual([{ details: { file: "statistics.csv", rows: 3 } }]);
  }
});

test("strangers find nothing", async () => {
  const { trip } = await anExportedTrip();
  for (const stranger of await strangersTo(trip.organisationId)) {
    expect(await statisticsExport(stranger, trip.slug, "csv")).toBeNull();
  }
});

test("person-days and hours are those of the marks, as certificates say them", async () => {
  const trip = await aTripInParts();
  await trip.mark(trip.anna, wholeDay);
  await trip.mark(trip.zane, wholeDay);
  await trip.mark(trip.janis, wholeDay, false);
  await trip.mark(trip.janis, trip.visit);
  const exported = await statisticsExport(trip.organiser, trip.slug, "csv");
  const names = exported?.columns.map(({ heading }) => ("name" in heading ? heading.name : null));
  const [own, total] = await Array.fromAsync(exported?.rows ?? []);
  for (const row of [own, total]) {
    const told = (name: "personDays" | "hours") => row?.[names?.indexOf(name) ?? -1];
    expect([told("personDays"), told("hours"), row?.at(-1)]).toEqual([2, 3, 2]);
  }
});
