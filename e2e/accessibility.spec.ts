import { expect, test } from "@playwright/test";
import { localePath, locales } from "#lib/locales.ts";
import { makeTheirs } from "#scripts/checks/strangers.ts";
import { expectNoComplaints } from "./axe.ts";
import { fillIn, servedAddresses } from "./build.ts";
import { enter } from "./people.ts";

/** Pages that lead elsewhere unless something was done before: e2e/states.spec.ts does it, and looks at them. */
const afterSomething = [
  "/[locale]/sign-in/code/page",
  "/[locale]/trips/[slug]/registration/check/page",
];

/** As whom a page is looked at: signing in is for those who are not signed in. */
function viewerOf(key: string): "visitor" | "attendee" | "coordinator" | "organiser" {
  if (key.startsWith("/[locale]/municipality/role")) return "attendee";
  if (key.startsWith("/[locale]/municipality/")) return "coordinator";
  if (key.startsWith("/[locale]/organise/")) return "organiser";
  return /\/(me|registration)\//.test(key) ? "attendee" : "visitor";
}

/** By a code, and to whoever is signed in: a visitor is led on. The journeys of the codes look at them. */
const leadsOn = ["/[locale]/badges/[badge]/page", "/[locale]/trips/[slug]/check-in/[code]/page"];

/** The page for what is broken: it stands in place of any other and has no address. */
const withoutAddress = ["/_global-error/page", "/_not-found/page"];

const pages = servedAddresses().filter(
  (key) =>
    key.endsWith("/page") && ![...afterSomething, ...leadsOn, ...withoutAddress].includes(key),
);

test.describe.configure({ timeout: 600_000 });

for (const locale of locales) {
  for (const viewer of ["visitor", "attendee", "coordinator", "organiser"] as const) {
    test(`axe finds nothing on any page that a ${viewer} sees, at any width, in ${locale}`, async ({
      page,
      context,
    }) => {
      const theirs = await makeTheirs();
      if (viewer !== "visitor") await enter(context, theirs[viewer].userId);
      const shown = pages.filter((key) => viewerOf(key) === viewer);
      expect(shown.length).toBeGreaterThan(0);
      for (const key of shown) {
        const address = localePath(locale, fillIn(key, theirs));
        await page.goto(address);
        expect(new URL(page.url()).pathname, `${key} led elsewhere`).toBe(address);
        await expect(page.locator("h1")).toHaveCount(1);
        await expectNoComplaints(page, `${key} in ${locale}`);
      }
    });
  }
}
