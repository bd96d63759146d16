import { eq, like, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { attendanceExport } from "#domain/attendance-export/queries.ts";
import { saveNeeds } from "#domain/need/commands.ts";
import {
  anExportedTrip,
  confirmed,
  firstMark,
  lastMark,
  registered,
  withdrawn,
} from "#scripts/checks/exported-trip.ts";
import { strangersTo } from "#scripts/checks/factories.ts";
import { anAdmin } from "#scripts/checks/strangers.ts";
import { needExport, registrationExport } from "./queries.ts";
import type { Cell, Exported } from "./schema.ts";

const now = new Date();

let made: Awaited<ReturnType<typeof anExportedTrip>>;
let organiser: PersonActor;
let admin: PersonActor;
let slug: string;

beforeAll(async () => {
  made = await anExportedTrip();
  admin = await anAdmin();
  ({ organiser, slug } = made.trip);
});

/** All rows; of nobody's there are none. */
const rowsOf = async (exported: Exported | null): Promise<Cell[][]> =>
  exported ? Array.fromAsync(exported.rows) : [];

/** What was recorded of exports since the last time, and by whom. */
async function recorded() {
  const entries = await database()
    .select({ actorId: auditEntry.actorId, action: auditEntry.action, details: auditEntry.details })
    .from(auditEntry)
    .where(like(auditEntry.action, "%.export"))
    .orderBy(auditEntry.id);
  return entries;
}

const state = (is: string) => ({ word: `organise.registrations.states.${is}` });

describe("the registrations of a trip", () => {
  it("are everybody's who ever asked, with place in line and answers, and are recorded", async () => {
    const exported = await registrationExport(organiser, slug, "xlsx");
    const before = (await recorded()).length;
    const { ada, bauska, person } = made;
    const [ābele, čakste, dīķe, egle, zīle, unnamed] = [
      [
        "Ābele",
        ada,
        "=1+1",
        person.email,
        "+37126123456",
        state("confirmed"),
        null,
        confirmed,
        null,
      ],
      ["Čakste", bauska, null, "cakste@example.lv", "0012", state("waiting"), 2, null, null],
      [
        "Dīķe",
        ada,
        null,
        "dike@example.lv",
        "+37126123456",
        state("awaitingSignOff"),
        null,
        null,
        null,
      ],
      [
        "Egle",
        ada,
        null,
        "egle@example.lv",
        "+37126123456",
        state("withdrawn"),
        null,
        confirmed,
        withdrawn,
      ],
      ["Zīle", bauska, null, "zile@example.lv", "+37126123456", state("waiting"), 1, null, null],
      [null, ada, null, null, null, state("confirmed"), null, confirmed, null],
    ].map(([family, of, institution, email, phone, is, place, confirmedAt, withdrawnAt]) => [
      family,
      family && "Anna",
      of,
      institution,
      family && "projektu vadītāja",
      email,
      phone,
      is,
      place,
      registered,
      confirmedAt,
      withdrawnAt,
      null,
      family === "Ābele" ? true : null,
      family === "Zīle" ? true : null,
    ]);
    const nothing = [null, null, null, null];
    expect(await rowsOf(exported)).toEqual([
      [...(ābele ?? []), "Mācīties", 1.5, "two", false],
      [...(čakste ?? []), ...nothing],
      [...(dīķe ?? []), ...nothing],
      [...(egle ?? []), ...nothing],
      [...(zīle ?? []), ...nothing],
      [...(unnamed ?? []), ...nothing],
    ]);
    expect((await recorded()).slice(before)).toEqual([
      {
        actorId: organiser.userId,
        action: "registration.export",
        details: { file: "registrations.xlsx", rows: 6 },
      },
    ]);
  });

  it("are an administrator's to read, but not what people answered", async () => {
    const exported = await registrationExport(admin, slug, "csv");
    expect(exported?.columns.some(({ heading }) => "question" in heading)).toBe(false);
    const rows = await rowsOf(exported);
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 6 }, () => 15));
    expect(JSON.stringify(rows)).not.toContain("Mācīties");
  });

  it("are of one moment: who withdraws while they are read is still in them", async () => {
    const { trip } = await anExportedTrip();
    const exported = await registrationExport(trip.organiser, trip.slug, "csv");
    const rows = exported?.rows[Symbol.asyncIterator]();
    await rows?.next();
    await database()
      .update(registration)
      .set({ withdrawnAt: now })
      .where(eq(registration.tripId, trip.tripId));
    const rest: Cell[][] = [];
    for (let row = await rows?.next(); row && !row.done; row = await rows?.next())
      rest.push(row.value);
    expect(rest.filter((row) => row[11] !== null)).toHaveLength(1);
  });
});

test("a reader who leaves early leaves no transaction behind", async () => {
  const exported = await registrationExport(organiser, slug, "csv");
  for await (const _row of exported?.rows ?? []) {
    expect(await openReadings()).toBe(1);
    break;
  }
  await expect.poll(openReadings).toBe(0);
});

async function openReadings(): Promise<number> {
  const { rows } = await database().execute<{ count: number }>(sql`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and application_name = 'pieredze-reader' and xact_start is not null`);
  return rows[0]?.count ?? 0;
}

test("attendance is a row for each person and day, with when and by whom it was marked", async () => {
  for (const reader of [organiser, admin]) {
    const before = (await recorded()).length;
    expect(await rowsOf(await attendanceExport(reader, slug, "csv"))).toEqual([
      [
        made.trip.date,
        { word: "export.part.day" },
        null,
        null,
        "Ābele",
        "Anna",
        made.ada,
        "=1+1",
        { word: "attendance.present" },
        firstMark,
        lastMark,
        "Ilze Kalna",
        false,
      ],
    ]);
    expect((await recorded()).slice(before)).toEqual([
      {
        actorId: reader.userId,
        action: "attendance.export",
        details: { file: "attendance.csv", rows: 1 },
      },
    ]);
  }
});

test("needs are counts without a name, and the organiser's alone", async () => {
  const { person, registrationId } = made;
  const said = { registrationId, diet: "vegan" as const, allergy: "Rieksti", access: "" };
  await saveNeeds(person, { ...said, agreed: true, wording: "Piekrītu." }, now);
  const before = (await recorded()).length;
  expect(await rowsOf(await needExport(organiser, slug, "xlsx", now))).toEqual([
    [{ word: "export.need.people" }, null, 2],
    [{ word: "export.need.diet" }, { word: "need.diet.none" }, 1],
    [{ word: "export.need.diet" }, { word: "need.diet.vegan" }, 1],
    [{ word: "export.need.allergies" }, "Rieksti", 1],
  ]);
  expect((await recorded()).slice(before)).toEqual([
    { actorId: organiser.userId, action: "need.export", details: { file: "needs.xlsx", rows: 4 } },
  ]);
  expect(await needExport(admin, slug, "xlsx", now)).toBeNull();
});

test("strangers, crew and coordinators find nothing, and nothing is recorded", async () => {
  const before = (await recorded()).length;
  for (const stranger of [...(await strangersTo(made.trip.organisationId)), made.person]) {
    expect(await registrationExport(stranger, slug, "csv")).toBeNull();
    expect(await attendanceExport(stranger, slug, "csv")).toBeNull();
    expect(await needExport(stranger, slug, "csv", now)).toBeNull();
  }
  expect(await registrationExport(organiser, "nav-tada", "csv")).toBeNull();
  expect((await recorded()).length).toBe(before);
});
