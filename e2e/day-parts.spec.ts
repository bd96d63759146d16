import { expect, type Page, test } from "@playwright/test";
import { dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aTripInParts } from "#scripts/checks/trip-in-parts.ts";
import { expectNoComplaints } from "./axe.ts";
import type { Hand } from "./hand.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.attendance;
const stopName = "Iekāpšana 7.30, pie domes";
const visitName = "10.00 Pilsētas dome";

inEveryWay((hand, javaScriptEnabled) => {
  test("who gets on is marked at the pick-up, corrected with a reason, and told wherever it counts", async ({
    page,
    context,
  }) => {
    const trip = await aTripInParts(dateInRiga(new Date()));
    await enter(context, trip.organiser.userId);
    const overview = `/organise/trips/${trip.slug}/attendance`;
    await page.goto(`${overview}/${trip.date}`);
    await expect(page.locator(".roll > li")).toHaveCount(3);
    await show(page, hand, stopName);
    await expect(page.getByRole("heading", { level: 2, name: stopName })).toBeVisible();
    await expect(page.locator(".roll > li")).toHaveCount(2);
    await mark(page, hand, "Bērziņa", words.present);
    await mark(page, hand, "Kalniņš", words.present);
    await expect(summary(page)).toContainText("Piedalās 2 no 2");

    const correct = page.locator("#correction");
    await hand.press(page.locator("details > summary", { hasText: words.correctWithReason }));
    const send = correct.getByRole("button");
    await hand.press(send);
    await expect(correct.locator(".field .error").first()).toHaveText(
      lv.organise.problem.personMissing,
    );
    await hand.choose(correct.locator("select"), "Kalniņš, Jānis");
    await hand.write(correct.locator("textarea"), "Iekāpa tikai Jelgavā.");
    const absent = correct.locator('[name="present"][value="no"]');
    if (javaScriptEnabled) await absent.check();
    else await hand.press(absent);
    await hand.press(send);
    await expect(page.locator(".notice[role=status]")).toHaveText(words.corrected);
    await expect(page.getByRole("heading", { level: 2, name: stopName })).toBeVisible();
    await expect(summary(page)).toContainText("Piedalās 1 no 2");
    if (javaScriptEnabled) await expectNoComplaints(page, "the list of a pick-up");

    await page.goto(overview);
    const counted = page.locator(".parts li").filter({ hasText: stopName });
    await expect(counted).toContainText("Piedalās 1 no 2 cilvēkiem.");
    await expect(page.locator(".steps > li")).toContainText("Piedalās 0 no 3 cilvēkiem");
    await hand.press(counted.getByRole("link"));
    await expect(page.locator("#part")).toHaveValue(/^pickup\./);
    await page.goto(`/organise/trips/${trip.slug}/registrations/${trip.janis}`);
    await expect(page.locator(".entries")).toContainText(`${stopName}: `);
    await expect(page.locator(".entries")).toContainText("Iekāpa tikai Jelgavā.");
    await expect(page.locator(".steps")).toContainText(stopName);
  });
});

test("crew marks for an item while the trip runs, and corrects nothing", async ({
  page,
  context,
}) => {
  const trip = await aTripInParts(dateInRiga(new Date()));
  await enter(context, trip.crew.userId);
  const list = `/organise/trips/${trip.slug}/attendance/${trip.date}`;
  await page.goto(`${list}?part=item.${trip.itemId}`);
  await page.locator(".roll > li").first().getByRole("button", { name: words.absent }).click();
  await expect(summary(page)).toContainText("Nepiedalās: Anna Bērziņa.");
  await expect(page.locator("#correction")).toHaveCount(0);
  for (const wrong of [`item.${trip.anna}`, "item.1", "bus"]) {
    expect((await page.goto(`${list}?part=${wrong}`))?.status()).toBe(404);
  }
});

test("a pick-up and an item that are marked appear on an open board", async ({ page, context }) => {
  const trip = await aTripInParts(dateInRiga(new Date()));
  await enter(context, trip.organiser.userId);
  await page.goto(`/organise/trips/${trip.slug}/board`);
  await expect(page.getByRole("status")).toHaveText(lv.board.live);
  const line = (name: string) => page.locator("tbody tr").filter({ hasText: name });
  await expect(line(stopName)).toHaveCount(0);
  await trip.mark(trip.anna, trip.stop);
  await expect(line(stopName)).toContainText("Jānis Kalniņš");
  await expect(line(stopName).locator("td:not(:first-child)")).toHaveText(["2", "1", "0", "1"]);
  await trip.mark(trip.zane, trip.visit, false);
  await expect(line(visitName).locator("td:not(:first-child)")).toHaveText(["3", "0", "1", "2"]);
  await expect(page.locator(".board-sum")).toHaveText("Piedalās 0 no 3");
  await expectNoComplaints(page, "a board with a pick-up");
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

async function show(page: Page, hand: Hand, name: string): Promise<void> {
  await hand.choose(page.locator("#part"), name);
  await hand.press(page.getByRole("button", { name: words.part.show }));
}

async function mark(page: Page, hand: Hand, familyName: string, answer: string): Promise<void> {
  const row = page.locator(".roll > li").filter({ hasText: familyName });
  await hand.press(row.getByRole("button", { name: answer, exact: true }));
  await expect(row.locator(".mark")).toHaveText(answer);
}

const summary = (page: Page) => page.locator(".lead[role=status]");
