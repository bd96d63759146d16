import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** A phone, a tablet, a desk. */
const widths = [360, 768, 1280];

/** What is wrong with the page as it stands: by axe at every width, in the dark, and where it is wider than the screen. */
export async function complaintsAbout(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    complaints.push(...(await axe(page)).map((complaint) => `${width} px: ${complaint}`));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) complaints.push(`${width} px: ${over} px wider than the screen`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  complaints.push(...(await axe(page)).map((complaint) => `dark: ${complaint}`));
  await page.emulateMedia({ colorScheme: "light" });
  return complaints;
}

/** The page has nothing that axe complains of, and fits every width. */
export async function expectNoComplaints(page: Page, what: string): Promise<void> {
  expect.soft(await complaintsAbout(page), what).toEqual([]);
}

async function axe(page: Page): Promise<string[]> {
  // In the page itself: there are no frames of others, and a second page per look would double the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
