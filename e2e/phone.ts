import { type BrowserContext, expect, type Page } from "@playwright/test";
import { enter } from "./people.ts";

// A leader's phone with the roll call of a trip, in a forest and out of it.

/** Opens the roll call with network, until the phone would open it without. */
export async function openedRoll(
  context: BrowserContext,
  userId: string,
  path: string,
): Promise<Page> {
  await enter(context, userId);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator(".roll > li").first()).toBeVisible();
  // The worker has the page and its files.
  await page.waitForFunction(async (address) => {
    const kept = await caches.match(address, { ignoreVary: true });
    return kept !== undefined && (await (await caches.open("roll-call-files")).keys()).length > 5;
  }, path);
  return page;
}

const deliveries = /\/roll-call\/(?:marks|walk-ins)$/;

/** A page that is just being opened may be quicker than the browser is in being offline: nothing of it gets anywhere. */
export async function cut(context: BrowserContext): Promise<void> {
  await context.route(deliveries, (route) => route.abort());
  await context.setOffline(true);
}

export async function mend(context: BrowserContext): Promise<void> {
  await context.unroute(deliveries);
  await context.setOffline(false);
}

/** A page that closes may try to send once more, and by then no route holds it back: so it is left first. */
export async function closeInForest(page: Page): Promise<void> {
  await page.goto("about:blank");
  await page.close();
}

/** Marks somebody, and sees it. */
export async function tap(page: Page, name: string, answer: string): Promise<void> {
  const row = page.locator(".roll > li").filter({ hasText: name });
  await row.getByRole("button", { name: answer, exact: true }).click();
  await expect(row.locator(".mark")).toHaveText(answer);
}

/** How many only this phone has, as an attribute. */
export const unsent = (page: Page) => page.locator("[data-unsent]");
