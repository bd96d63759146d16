import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type BrowserContext, chromium, expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { findChromium } from "#scripts/checks/chromium.ts";
import { aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { enter } from "./people.ts";
import { openedRoll } from "./phone.ts";

let running: ChildProcess | undefined;

test.afterEach(kill);

test("a browser that is killed right after a tap still has the mark, and sends it when it can", async () => {
  const now = new Date();
  const { tripId, slug, organisationId, organiser } = await anOpenTrip({
    dates: [addDays(dateInRiga(now), 1)],
    registrationDeadline: new Date(now.getTime() + 60_000),
  });
  const anna = await aRegistration({ tripId, organisationId, confirmedAt: now });
  const address = `${process.env.BASE_URL}/organise/trips/${slug}/roll-call`;
  const profile = test.info().outputPath("profile");

  // Chromium writes down a few seconds late that it keeps a page, or when it is closed in peace.
  const before = await browserOn(profile);
  await openedRoll(before, organiser.userId, address);
  await closeInPeace(before);
  const first = await browserOn(profile);
  const page = await openedRoll(first, organiser.userId, address);
  await first.route("**/roll-call/marks", (route) => route.abort());
  await page.getByRole("button", { name: lv.attendance.present, exact: true }).click();
  await expect(page.locator(".roll .mark")).toHaveText(lv.attendance.present);
  await kill();
  expect(await marksOf(anna)).toEqual([]);

  const second = await browserOn(profile);
  await second.setOffline(true);
  const again = await second.newPage();
  await again.goto(address);
  await expect(again.locator(".roll .mark")).toHaveText(lv.attendance.present);
  await expect(again.locator("[data-unsent]")).toHaveAttribute("data-unsent", "1");
  await enter(second, organiser.userId);
  await second.setOffline(false);
  await expect(again.locator("[data-unsent]")).toHaveAttribute("data-unsent", "0");
  expect(await marksOf(anna)).toEqual([{ present: true }]);
});

async function closeInPeace(context: BrowserContext): Promise<void> {
  const ended = once(running as ChildProcess, "close");
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send("Browser.close");
  await ended;
}

const marksOf = (registrationId: string) =>
  database()
    .select({ present: attendance.present })
    .from(attendance)
    .where(eq(attendance.registrationId, registrationId));

/** A browser of its own process group on a folder that stays. */
async function browserOn(profile: string): Promise<BrowserContext> {
  const { executablePath, env } = await findChromium();
  const flags = ["--headless", "--no-sandbox", "--no-first-run", "--remote-debugging-port=0"];
  const child = spawn(executablePath, [...flags, `--user-data-dir=${profile}`], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  running = child;
  for await (const line of createInterface(child.stderr)) {
    const [, endpoint] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (!endpoint) continue;
    const [context] = (await chromium.connectOverCDP(endpoint)).contexts();
    return context as BrowserContext;
  }
  throw new Error("The browser did not start");
}

async function kill(): Promise<void> {
  if (!running?.pid || running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, "close");
  process.kill(-running.pid, "SIGKILL");
  await ended;
}
