import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import type { aCalledTrip } from "#scripts/checks/called-trip.ts";
import { findChromium } from "#scripts/checks/chromium.ts";

export type CalledTrip = Awaited<ReturnType<typeof aCalledTrip>>;

/** A browser of a phone's size whose roll call of a trip is open and kept for being offline. */
export type Phone = { context: BrowserContext; page: Page };

/**
 * Opens the roll call of a trip in a browser of its own, as its first leader, while `work` runs. What the browser keeps
 * is on the disk, as on a phone: a window that keeps nothing would write to memory.
 */
export async function withPhone<Value>(
  address: string,
  trip: CalledTrip,
  work: (phone: Phone) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "pieredze-phone-"));
  const context = await chromium.launchPersistentContext(folder, {
    ...(await findChromium()),
    viewport: { width: 390, height: 844 },
  });
  try {
    const session = { name: "pieredze-session", url: address, httpOnly: true };
    await context.addCookies([{ ...session, value: trip.tokens[0] ?? "" }]);
    const page = await context.newPage();
    const path = `/organise/trips/${trip.slug}/roll-call`;
    await page.goto(address + path);
    await page
      .locator(".roll > li")
      .nth(trip.registrationIds.length - 1)
      .waitFor();
    await page.waitForFunction(async (kept) => {
      const files = await (await caches.open("roll-call-files")).keys();
      const found = await caches.match(kept, { ignoreVary: true });
      return found !== undefined && files.length > 5;
    }, path);
    return await work({ context, page });
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
