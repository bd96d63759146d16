import type { BrowserContext, Page } from "@playwright/test";
import { aCalledTrip } from "#scripts/checks/called-trip.ts";
import type { Figure } from "./figure.ts";
import { percentile95 } from "./median.ts";
import { withPhone } from "./phone.ts";
import type { Served } from "./served.ts";

const people = 200;
const rounds = 4;
const inRound = 30;
/** Taps that only warm up, on each page. */
const unmeasured = 5;
/** Within this a tap feels immediate. */
const atOnceMs = 50;

/**
 * From a tap on the roll call of a phone to the frame that shows it, with the network and without, and the same on
 * bare pages, of which one writes a row to the disk first; rounds of each, one after the other.
 */
export async function measureTaps({ address }: Served): Promise<Figure[]> {
  const trip = await aCalledTrip(people, 1);
  return withPhone(address, trip, async ({ context, page }) => {
    const bare = await barePage(context, address, false);
    const writing = await barePage(context, address, true);
    const ms: Record<"bare" | "writing" | "online" | "offline", number[]> = {
      bare: [],
      writing: [],
      online: [],
      offline: [],
    };
    for (const one of [bare, writing, page]) {
      await one.bringToFront();
      await watchTaps(one);
      await tapped(one, 0, unmeasured);
    }
    for (let round = 0; round < rounds; round += 1) {
      const from = unmeasured + round * 2 * inRound;
      await bare.bringToFront();
      ms.bare.push(...(await tapped(bare, from, inRound)));
      await writing.bringToFront();
      ms.writing.push(...(await tapped(writing, from, inRound)));
      await page.bringToFront();
      ms.online.push(...(await tapped(page, from, inRound)));
      await context.setOffline(true);
      ms.offline.push(...(await tapped(page, from + inRound, inRound)));
      await context.setOffline(false);
      await page.locator('[data-unsent="0"]').waitFor();
    }
    const [floor, unit] = [percentile95(ms.bare), "ms until it is drawn, 95th percentile"];
    const name = `a tap on the roll call of ${people} names`;
    return [
      {
        name: `${name}, against a bare page that stores nothing`,
        unit,
        value: percentile95(ms.online),
        floor,
      },
      { name: "the same without network", unit, value: percentile95(ms.offline), floor },
      {
        name: "the same without network, against a bare page that first writes a row to the disk",
        unit,
        value: percentile95(ms.offline),
        floor: percentile95(ms.writing),
      },
      {
        name: `${name} with the network and without, against ${atOnceMs} ms`,
        unit,
        value: percentile95([...ms.online, ...ms.offline]),
        floor: atOnceMs,
        aim: { atMost: 1 },
      },
    ];
  });
}

/** As many rows with two buttons each that set the class of their row, in markup like that of the roll call. */
const rows = `<!doctype html><ul class="roll">${`<li class="mark-unmarked"><p>Bērziņa, Anna</p><fieldset>
  <button value="mark-present">Piedalās</button><button value="mark-absent">Nepiedalās</button></fieldset></li>`.repeat(
  people,
)}</ul>`;

/** Of the same origin, since a page of none may store nothing. */
async function barePage(context: BrowserContext, address: string, writes: boolean): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}/floor`);
  await page.setContent(rows);
  await page.evaluate(async (writesFirst) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("floor");
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore("taps", { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
    });
    document.addEventListener("click", ({ target }) => {
      const { value, parentElement } = target as HTMLButtonElement;
      const show = () => {
        (parentElement?.parentElement as Element).className = value;
      };
      if (!writesFirst) return show();
      const tx = db.transaction("taps", "readwrite", { durability: "strict" });
      tx.objectStore("taps").put({ value });
      tx.oncomplete = show;
    });
  }, writes);
  return page;
}

/** Notes of every tap how long it takes until a frame with the changed row is drawn. */
async function watchTaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(window, { noted });
    let began = 0;
    document.addEventListener("click", (event) => (began = event.timeStamp), { capture: true });
    const drawn = new MessageChannel();
    drawn.port1.onmessage = () => noted.push(performance.now() - began);
    // The frame that shows it comes after this callback, and the message after the frame.
    const shown = () => requestAnimationFrame(() => drawn.port2.postMessage(null));
    const list = document.querySelector(".roll") as Element;
    new MutationObserver(shown).observe(list, { subtree: true, attributeFilter: ["class"] });
  });
}

/** Taps one row after the other, present at the first time round and absent at the next; milliseconds of each. */
async function tapped(page: Page, from: number, count: number): Promise<number[]> {
  const ms: number[] = [];
  for (let tap = from; tap < from + count; tap += 1) {
    const row = page.locator(".roll > li").nth((tap * 37) % people);
    const answers = row.locator("fieldset > button");
    await answers.nth(Math.floor(tap / people) % 2).click();
    const noted = await page.waitForFunction(() => {
      const { noted: all } = window as unknown as { noted: number[] };
      return all.length ? all.splice(0) : null;
    });
    ms.push(...((await noted.jsonValue()) ?? []));
  }
  if (ms.length !== count) throw new Error(`${ms.length} of ${count} taps were seen`);
  return ms;
}
