import { expect, type Page, test } from "@playwright/test";
import { localePath, locales } from "#lib/locales.ts";
import en from "#messages/en.json" with { type: "json" };
import lt from "#messages/lt.json" with { type: "json" };
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { expectNoComplaints } from "./axe.ts";
import { enter, enterAs, fromElsewhere, newAddress } from "./people.ts";

const catalogues = { lv, en, lt };

test.describe.configure({ timeout: 600_000 });

/** As long as the form lets it be, and nowhere to break. */
const longWord = "Šķērsgriezums".repeat(7);

for (const locale of locales) {
  const at = (path: string) => localePath(locale, path);
  const t = catalogues[locale];

  test(`axe finds nothing on the way of a registration, whatever happens on it, in ${locale}`, async ({
    page,
    context,
  }) => {
    const { slug, tripId, organisationId } = await anOpenTrip({ capacity: 1 });
    await fromElsewhere(context);
    await page.goto(at(`/trips/${slug}/registration`));
    await page.getByRole("button", { name: t.registration.continue }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expectNoComplaints(page, "the form with every error");

    await fill(page);
    await page.locator("#email").fill(newAddress());
    await page.getByRole("button", { name: t.registration.continue }).click();
    await expect(page.locator("#code")).toBeVisible();
    await expectNoComplaints(page, "asking for the code");
    await page.locator("#code").fill("12");
    await page.getByRole("button", { name: t.signIn.code.submit }).click();
    await expect(page.locator("#code-error")).toBeVisible();
    await expectNoComplaints(page, "a wrong code");

    await enterAs(context, newAddress());
    await page.goto(at(`/trips/${slug}/registration/check`));
    await expect(page.locator(".answers")).toBeVisible();
    await expectNoComplaints(page, "the answers to check");
    await aRegistration({ tripId, organisationId, confirmedAt: new Date() });
    await page.getByRole("button", { name: t.registration.check.register, exact: true }).click();
    await expect(page.locator(".answer")).toBeVisible();
    await expectNoComplaints(page, "the answer");
    await page.goto(at(`/trips/${slug}/registration/withdrawal`));
    await expectNoComplaints(page, "withdrawing");
    await page.goto(at("/me"));
    await expect(page.locator(".entries")).toBeVisible();
    await expectNoComplaints(page, "one's registrations");
  });

  test(`axe finds nothing where there is nothing yet, and where forms are refused, in ${locale}`, async ({
    page,
    context,
  }) => {
    const organisationId = await anOrganisation();
    await enter(context, (await aPerson({ role: "organiser", organisationId })).userId);
    for (const path of ["/me", "/organise", "/?topic=none"]) {
      await page.goto(at(path));
      await expectNoComplaints(page, `${path} without anything`);
    }
    await refuse(page, at("/organise/trips/new"), t.organise.new.submit);
    await refuse(page, at("/me/profile"), t.me.profile.save);
  });

  test(`axe finds nothing where everything is as long as it can be, in ${locale}`, async ({
    page,
    context,
  }) => {
    const { slug, tripId, organiser, organisationId, date } = await anOpenTrip({
      title: { lv: `${longWord} ${longWord}` },
      aim: { lv: `${longWord} `.repeat(40) },
      costs: { lv: longWord },
    });
    const long = { givenName: longWord, familyName: longWord, position: longWord };
    await aRegistration({ tripId, organisationId, confirmedAt: new Date(), ...long });
    await aRegistration({ tripId, organisationId, ...long });
    await enter(context, organiser.userId);
    const own = `/organise/trips/${slug}`;
    const paths = [`/trips/${slug}`, `/trips/${slug}/registration`, own, `${own}/registrations`];
    for (const path of [...paths, `${own}/attendance/${date}`, `${own}/facts`]) {
      await page.goto(at(path));
      await expectNoComplaints(page, `${path.replace(slug, "SLUG")} with long texts`);
    }
    await refuse(page, at(`${own}/itinerary/items/new`), t.organise.item.save);
    await page.goto(at(`${own}/seats`));
    await page.locator("#capacity").fill("0");
    await page.getByRole("button", { name: t.organise.seats.save }).click();
    await expect(page.locator(".summary")).toBeVisible();
    await expectNoComplaints(page, "seats that are refused");
  });
}

async function fill(page: Page): Promise<void> {
  await page.locator("#givenName").fill(longWord);
  await page.locator("#familyName").fill(longWord);
  await page.locator("#phone").fill("+371 20 123 456");
  await page.locator("#organisation").selectOption({ index: 1 });
  await page.locator("#position").fill(longWord);
}

/** Sends a form as it comes, and looks at what is said to it. */
async function refuse(page: Page, address: string, submit: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: submit, exact: true }).click();
  await expect(page.locator(".summary")).toBeVisible();
  await expectNoComplaints(page, `${address} refused`);
}
