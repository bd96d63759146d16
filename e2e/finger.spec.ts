import { expect, type Page, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import { day, finger, handle, kept, line, nextDay, openDraft } from "./drafts.ts";

const words = lv.organise.builder;

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });

test("an item is taken up with a tap and put down with another", async ({ page }) => {
  const { ids } = await openDraft(page);
  await handle(page, ids.visit).tap();
  const slots = page.locator(`#day-${nextDay}`).getByRole("button", { name: words.putHere });
  await slots.last().tap();
  await expect
    .poll(() => line(page, nextDay))
    .toEqual(["10.00–11.00 Saruna", "11.00–12.00 Vizīte"]);
});

test("an item is dragged within its day by its handle, and each place is said", async ({
  page,
}) => {
  const { ids } = await openDraft(page);
  await handle(page, ids.lunch).scrollIntoViewIfNeeded();
  const thumb = await finger(page, handle(page, ids.lunch));
  await thumb.to(await upperPart(page, ids.visit));
  const spoken = page.locator(".spoken");
  await expect(spoken).toContainText(/2.\svieta no 3, .*, 9.15–10.15/);
  await expect(page.locator(".drag-ghost")).toHaveText("Pusdienas");
  await thumb.lift();
  await expect(spoken).toContainText(/Nolikts: Pusdienas, 2.\svieta no 3/);
  await expect(page.locator(".drag-ghost")).toHaveCount(0);
  const swapped = ["8.00–9.00 Ceļš", "9.15–10.15 Pusdienas", "12.00–13.00 Vizīte"];
  await expect.poll(() => line(page, day)).toEqual(swapped);
  await kept(page);
  await page.reload();
  expect(await line(page, day)).toEqual(swapped);
});

test("it reaches a day below what the phone shows: the page scrolls along", async ({ page }) => {
  const { ids } = await openDraft(page);
  await handle(page, ids.travel).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await expect(page.locator(`[id="${ids.talk}"]`)).not.toBeInViewport();
  const thumb = await finger(page, handle(page, ids.travel));
  await thumb.to({ x: 60, y: 632 });
  await expect(page.locator(`[id="${ids.talk}"] h3`)).toBeInViewport({ ratio: 1 });
  // Away from the edge it rests.
  await thumb.to({ x: 60, y: 320 });
  await thumb.to(await upperPart(page, ids.talk));
  await thumb.lift();
  await expect.poll(() => line(page, nextDay)).toEqual(["10.00–11.00 Ceļš", "11.00–12.00 Saruna"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("dropped beside the days, or interrupted, it stays where it was", async ({ page }) => {
  const { ids } = await openDraft(page);
  const before = await line(page, day);
  await handle(page, ids.visit).scrollIntoViewIfNeeded();
  const interrupted = await finger(page, handle(page, ids.visit));
  await interrupted.to(await upperPart(page, ids.travel));
  await expect(page.locator(".drag-ghost")).toBeVisible();
  await interrupted.cancel();
  await expect(page.locator(".spoken")).toHaveText(words.cancelled);
  await expect(page.locator(".drag-ghost")).toHaveCount(0);
  expect(await line(page, day)).toEqual(before);
  // The next tap takes it up, as always.
  await handle(page, ids.visit).tap();
  await expect(page.locator(".spoken")).toContainText("Paņemts: Vizīte");
});

test("a finger on the text of an item scrolls, and moves nothing", async ({ page }) => {
  const { ids } = await openDraft(page);
  const before = await line(page, day);
  await handle(page, ids.travel).waitFor();
  const thumb = await finger(page, page.locator(`[id="${ids.travel}"] .when`));
  const { y = 0 } = (await page.locator(`[id="${ids.travel}"] .when`).boundingBox()) ?? {};
  await thumb.to({ x: 60, y: y - 200 });
  await thumb.lift();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  expect(await line(page, day)).toEqual(before);
});

/** A point of the upper part of an item, as it is on the screen now. */
async function upperPart(page: Page, id: string) {
  const box = await page.locator(`[id="${id}"] .when`).boundingBox();
  if (!box) throw new Error("The item is not there");
  return { x: box.x + 20, y: box.y + 2 };
}
