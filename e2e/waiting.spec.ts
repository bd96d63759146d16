import { expect, type Page, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import type { Hand } from "./hand.ts";
import { enterAs, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

inEveryWay((hand, javaScriptEnabled) => {
  test("on a full trip one waits and is told why; a withdrawal brings the seat and a mail", async ({
    page,
    context,
    browser,
  }) => {
    const { slug } = await anOpenTrip({ capacity: 1 });
    const first = newAddress();
    await enterAs(context, first);
    await signUp(page, hand, slug);
    await expect(page.locator(".answer")).toHaveText(lv.registration.state.confirmed);

    const elsewhere = await browser.newContext({ javaScriptEnabled });
    const second = newAddress();
    await enterAs(elsewhere, second);
    const other = await elsewhere.newPage();
    await signUp(other, hand, slug);
    await expect(other.locator(".answer")).toHaveText("Rindā, 1. vieta");
    await expect(other.locator(".line.progress")).toContainText(
      lv.registration.progress.reason.full,
    );
    await mailTo(other, second, /Rindā, 1\.\svieta/);

    await hand.press(page.getByRole("link", { name: lv.registration.answer.withdraw }));
    await hand.press(page.getByRole("button", { name: lv.registration.withdrawal.submit }));
    await expect(page.getByRole("status")).toHaveText(lv.me.done.withdrawn);
    await mailTo(page, first, /Dalība atsaukta/);

    await mailTo(other, second, /Jūsu kārta rindā ir pienākusi/);
    await other.reload();
    await expect(other.locator(".answer")).toHaveText(lv.registration.state.confirmed);
    await elsewhere.close();
  });
});

/** Registers whoever is signed in. */
async function signUp(page: Page, hand: Hand, slug: string) {
  await page.goto(`/trips/${slug}/registration`);
  await hand.write(page.locator("#givenName"), "Anna");
  await hand.write(page.locator("#familyName"), "Bērziņa");
  await hand.write(page.locator("#phone"), "20 123 456");
  await hand.choose(page.locator("#organisation"), "Krāslavas novads");
  await hand.write(page.locator("#position"), "juriste");
  await hand.press(page.getByRole("button", { name: lv.registration.continue }));
  await hand.press(page.getByRole("button", { name: lv.registration.check.register, exact: true }));
}
