import { chromium, type Page } from "@playwright/test";
import { addItem } from "#domain/agenda/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import { findChromium } from "#scripts/checks/chromium.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import type { Figure } from "./figure.ts";
import { aLongList } from "./long-list.ts";
import { median, percentile95 } from "./median.ts";
import type { Served } from "./served.ts";

const rows = { many: 2_000, few: 50 };
const openings = 30;
const moves = 60;
/** Within this a move feels immediate. */
const atOnceMs = 100;

/** What the organiser waits for: opening a long list beside a short one, and an item that moves. */
export async function measureWorkspace(served: Served): Promise<Figure[]> {
  const [many, few] = [await aLongList(rows.many), await aLongList(rows.few)];
  const times: Record<"many" | "few", number[]> = { many: [], few: [] };
  for (let round = -3; round < openings; round += 1) {
    for (const [which, trip] of [
      ["many", many],
      ["few", few],
    ] as const) {
      const ms = await opened(served, trip);
      if (round >= 0) times[which].push(ms);
    }
  }
  return [
    {
      name: `registrations: a list of ${rows.many} against one of ${rows.few}`,
      unit: "ms until the page is there, median",
      value: median(times.many),
      floor: median(times.few),
      aim: { atMost: 1.5 },
    },
    {
      name: "an item moved by key in a draft of 5 days with 12 items each, against 100 ms",
      unit: "ms until it is drawn, 95th percentile",
      value: await moveMs(served),
      floor: atOnceMs,
      aim: { atMost: 1 },
    },
  ];
}

async function opened({ address }: Served, { slug, organiser }: OpenTrip): Promise<number> {
  const [token = ""] = await beginSessions([organiser.userId]);
  const began = performance.now();
  const url = `${address}/organise/trips/${slug}/registrations`;
  const response = await fetch(url, { headers: { cookie: cookieOf(token) } });
  const page = await response.text();
  const ms = performance.now() - began;
  if (response.status !== 200 || !page.includes("Bērziņa"))
    throw new Error("The list did not open");
  return ms;
}

/** From the key to the next frame that shows the item elsewhere. */
async function moveMs({ address }: Served): Promise<number> {
  const first = addDays(dateInRiga(new Date()), 30);
  const dates = Array.from({ length: 5 }, (_, day) => addDays(first, day));
  const trip = await anOpenTrip({ dates });
  for (const date of dates) {
    for (let item = 0; item < 12; item += 1) {
      const clock = (minutes: number) =>
        `${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      const times = { starts: clock(item * 45), ends: clock(item * 45 + 40) };
      const facts = { kind: "visit" as const, title: { lv: `Vizīte ${item}` }, note: null };
      const rest = { hostId: null, placeId: null, speakerIds: [] };
      const added = await addItem(
        trip.organiser,
        { tripId: trip.tripId, date, ...times, ...facts, ...rest },
        new Date(),
      );
      if (!added.ok) throw new Error(added.reason);
    }
  }
  const browser = await chromium.launch(await findChromium());
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [token = ""] = await beginSessions([trip.organiser.userId]);
    await context.addCookies([
      { name: "pieredze-session", value: token, url: address, httpOnly: true },
    ]);
    const page = await context.newPage();
    await page.goto(`${address}/organise/trips/${trip.slug}/itinerary`);
    await page.locator('[id^="move-"]').nth(5).click();
    await watchKeys(page);
    const measured: number[] = [];
    for (let move = 0; move < moves; move += 1) {
      measured.push(
        await keyToFrame(
          page,
          ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"][move % 4] ?? "",
          move,
        ),
      );
    }
    return percentile95(measured);
  } finally {
    await browser.close();
  }
}

/** Notes for every key how long it takes until the next frame is drawn. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(window, { noted });
    const begin = () => {
      const began = performance.now();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => noted.push(performance.now() - began)),
      );
    };
    document.addEventListener("keydown", begin, { capture: true });
  });
}

async function keyToFrame(page: Page, key: string, before: number): Promise<number> {
  await page.keyboard.press(key);
  const noted = await page.waitForFunction((count) => {
    const { noted: all } = window as unknown as { noted: number[] };
    return all.length > count ? { ms: all[count] } : null;
  }, before);
  return (await noted.jsonValue())?.ms ?? Number.NaN;
}
