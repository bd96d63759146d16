import { expect, test } from "@playwright/test";
import { type Locale, localePath, locales } from "#lib/locales.ts";
import en from "#messages/en.json" with { type: "json" };
import lt from "#messages/lt.json" with { type: "json" };
import lv from "#messages/lv.json" with { type: "json" };
import type { Hand } from "./hand.ts";
import { codeIn, fromElsewhere, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const catalogues = { lv, en, lt };

/** Of the demo: open, with free seats, its itinerary published. */
const slug = "vieda-pilseta-jelgava";

inEveryWay((hand) => {
  for (const locale of locales) register(hand, locale);
});

function register(hand: Hand, locale: Locale): void {
  test(`somebody registers, gets a mail, sees the status and prints the itinerary, in ${locale}`, async ({
    page,
    context,
  }) => {
    const t = catalogues[locale];
    const at = (path: string) => localePath(locale, path);
    const email = newAddress();
    await fromElsewhere(context);

    await page.goto(at("/"));
    await hand.press(page.locator(`a[href="${at(`/trips/${slug}`)}"]`));
    await hand.press(page.getByRole("link", { name: t.trip.seats.register, exact: true }));

    await hand.write(page.locator("#givenName"), "Ķēvina");
    await hand.write(page.locator("#familyName"), "Žūriņa-Šķēle");
    await hand.write(page.locator("#email"), email);
    await hand.write(page.locator("#phone"), "+371 20 123 456");
    await hand.choose(
      page.locator("#organisation"),
      locale === "en" ? "Krāslava Municipality" : "Krāslavas novads",
    );
    await hand.write(page.locator("#position"), "projektu vadītāja");
    await hand.press(page.getByRole("button", { name: t.registration.continue }));

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.signIn.code.title);
    await hand.write(page.locator("#code"), codeIn(await mailTo(page, email, /\d{3}\s\d{3}/)));
    await hand.press(page.getByRole("button", { name: t.signIn.code.submit }));

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t.registration.check.title);
    await expect(page.locator("main")).toContainText("Žūriņa-Šķēle");
    await hand.press(
      page.getByRole("button", { name: t.registration.check.register, exact: true }),
    );

    await expect(page.locator(".answer")).toHaveText(t.registration.state.confirmed);
    const subject = t.mail.confirmed.subject.replace("{trip}", "");
    expect(await mailTo(page, email, new RegExp(subject))).toContain(`/trips/${slug}`);

    await hand.press(page.locator("main").getByRole("link", { name: t.registration.answer.me }));
    await expect(page.locator(".entries > li")).toHaveCount(1);
    await expect(page.locator(".entries .state")).toHaveText(t.registration.state.confirmed);
    await hand.press(page.locator(".entries").getByRole("link", { name: t.me.itinerary }));

    await expect(page.locator(".day-line")).not.toHaveCount(0);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".mast nav")).toBeHidden();
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0);
    const pdf = await page.request.get(at(`/trips/${slug}/itinerary.pdf`));
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
}

inEveryWay((hand) => {
  test("what is missing is said at the top and at its field, and nothing typed is lost", async ({
    page,
  }) => {
    await page.goto(`/trips/${slug}/registration`);
    await hand.write(page.locator("#givenName"), "Anna");
    await hand.write(page.locator("#phone"), "abc");
    await hand.press(page.locator('[name="noPhotos"]'));
    await hand.press(page.getByRole("button", { name: lv.registration.continue }));
    const summary = page.getByRole("alert").first();
    await expect(summary).toContainText(lv.errors.familyNameMissing);
    await expect(summary).toContainText(lv.errors.phoneInvalid);
    await expect(page.locator("#phone-error")).toHaveText(lv.errors.phoneInvalid);
    await expect(page.locator("#givenName")).toHaveValue("Anna");
    await expect(page.locator("#phone")).toHaveValue("abc");
    await expect(page.locator('[name="noPhotos"]')).toBeChecked();
    await page.locator('.summary a[href="#familyName"]').press("Enter");
    await expect(page.locator("#familyName")).toBeFocused();
  });
});

test("what was typed is still there after a reload", async ({ page }) => {
  await page.goto(`/trips/${slug}/registration`);
  await page.locator("#familyName").fill("Bērziņa");
  await page.locator("#position").fill("juriste");
  await page.locator('[name="noPhotos"]').check();
  await page.reload();
  await expect(page.locator("#familyName")).toHaveValue("Bērziņa");
  await expect(page.locator("#position")).toHaveValue("juriste");
  await expect(page.locator('[name="noPhotos"]')).toBeChecked();
});
