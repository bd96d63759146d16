import { expect, type Page, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import { aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const { registration, attendance } = lv;

inEveryWay((hand) => {
  test("whoever wishes no photographs says so with the registration, and takes it back later", async ({
    page,
    context,
    browser,
  }) => {
    const { slug, organiser } = await anOpenTrip();
    const anna = await aPerson();
    await enter(context, anna.userId);
    await page.goto(`/trips/${slug}/registration`);
    await hand.write(page.locator("#givenName"), "Anna");
    await hand.write(page.locator("#familyName"), "Zīle");
    await hand.write(page.locator("#phone"), "+371 20 123 456");
    await hand.choose(page.locator("#organisation"), "Dobeles novads");
    await hand.write(page.locator("#position"), "juriste");
    await hand.press(page.getByLabel(registration.photographs.label));
    await hand.press(page.getByRole("button", { name: registration.continue }));
    await expect(page.locator("dl.answers")).toContainText(registration.photographs.label);
    await hand.press(page.getByRole("button", { name: registration.check.register, exact: true }));
    await expect(page.locator(".answer")).toHaveText(registration.state.confirmed);

    const desk = await (await browser.newContext()).newPage();
    await enter(desk.context(), organiser.userId);
    await expectWish(desk, slug, true);

    await hand.press(
      page.locator("main").getByRole("link", { name: new RegExp(attendance.noPhotos, "i") }),
    );
    const box = page.getByLabel(registration.photographs.label);
    await expect(box).toBeChecked();
    await hand.press(box);
    await hand.press(page.getByRole("button", { name: registration.photographs.submit }));
    await expect(page.getByText(registration.photographs.done)).toBeVisible();
    await expect(box).not.toBeChecked();
    await expectWish(desk, slug, false);
    await desk.context().close();
  });
});

/** What the organiser reads in the list and of the person. */
async function expectWish(page: Page, slug: string, noPhotos: boolean): Promise<void> {
  await page.goto(`/organise/trips/${slug}/registrations`);
  const times = noPhotos ? 1 : 0;
  await expect(page.locator("#people").getByText(attendance.noPhotos)).toHaveCount(times);
  await page.locator("#people").getByRole("link", { name: "Zīle, Anna" }).click();
  await expect(page.locator("dl.facts").getByText(attendance.noPhotos)).toHaveCount(times);
}
