import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { aLongList } from "#bench/long-list.ts";
import { database } from "#db/client.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anExportedTrip } from "#scripts/checks/exported-trip.ts";
import { aPerson } from "#scripts/checks/factories.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import { anAdmin } from "#scripts/checks/strangers.ts";
import { enter } from "./people.ts";

const words = lv.export;

const base = process.env.BASE_URL ?? "";

/** As somebody who is signed in. */
async function get(userId: string, path: string, signal?: AbortSignal): Promise<Response> {
  const [token = ""] = await beginSessions([userId]);
  const headers = { cookie: cookieOf(token) };
  return fetch(base + path, { headers, redirect: "manual", ...(signal ? { signal } : {}) });
}

test("an organiser takes each table along from below the list", async ({ page, context }) => {
  const { trip } = await anExportedTrip();
  await enter(context, trip.organiser.userId);
  await page.goto(`/organise/trips/${trip.slug}/registrations`);
  const files: string[] = [];
  for (const kind of ["registrations", "attendance", "needs", "statistics"] as const) {
    for (const format of ["XLSX", "CSV"]) {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: `${words.kind[kind]}: ${format}`, exact: true }).click();
      files.push((await download).suggestedFilename());
    }
  }
  const names = ["pieteikumi", "klatbutne", "edinasana", "statistika"];
  expect(files).toEqual(
    names.flatMap((name) => [`${name}-${trip.slug}.xlsx`, `${name}-${trip.slug}.csv`]),
  );
});

test("a table speaks the language of its address", async () => {
  const { trip } = await anExportedTrip();
  const path = `/organise/trips/${trip.slug}/exports/registrations.csv`;
  const { userId } = trip.organiser;
  const english = await get(userId, `/en${path}`);
  expect(english.headers.get("content-type")).toContain("text/csv; charset=utf-8");
  expect(english.headers.get("cache-control")).toBe("no-store");
  expect(await english.text()).toMatch(/^Surname;First name;Municipality;.*Seat confirmed/s);
  expect(await (await get(userId, path)).text()).toMatch(/^Uzvārds;Vārds;.*Vieta apstiprināta/s);
});

test("nobody finds a table of somebody else's trip, or one that there is not", async () => {
  const { trip } = await anExportedTrip();
  const table = (file: string) => `/organise/trips/${trip.slug}/exports/${file}`;
  const status = async (userId: string, file: string) => (await get(userId, table(file))).status;
  const [admin, stranger] = [await anAdmin(), await aPerson()];
  expect(await status(trip.organiser.userId, "people.xlsx")).toBe(404);
  expect(await status(stranger.userId, "registrations.csv")).toBe(404);
  expect(await status(admin.userId, "needs.csv")).toBe(404);
  expect(await status(admin.userId, "registrations.csv")).toBe(200);
  const head = await fetch(base + table("needs.csv"), { method: "HEAD" });
  expect(head.status).toBe(405);
});

test("who leaves while a long table is read leaves no transaction behind", async () => {
  const { organiser, slug } = await aLongList(100_000);
  for (const format of ["csv", "xlsx"]) {
    const leaving = new AbortController();
    const path = `/organise/trips/${slug}/exports/registrations.${format}`;
    const response = await get(organiser.userId, path, leaving.signal);
    const reader = response.body?.getReader();
    await reader?.read();
    await expect.poll(openReadings).toBe(1);
    leaving.abort();
    await expect.poll(openReadings).toBe(0);
  }
});

async function openReadings(): Promise<number> {
  const { rows } = await database().execute<{ count: number }>(sql`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and application_name = 'pieredze-reader' and xact_start is not null`);
  return rows[0]?.count ?? 0;
}
