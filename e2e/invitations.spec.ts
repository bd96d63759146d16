import { expect, test } from "@playwright/test";
import { database } from "#db/client.ts";
import { membership } from "#db/schema/person.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { enter, mailTo } from "./people.ts";

const words = lv.organise.invitations;

test("a trip by invitation is opened by a municipality's link alone, until the organiser takes it back", async ({
  page,
  context,
  browser,
}) => {
  const title = "Slēgtā pieredzes apmaiņa";
  const trip = await anOpenTrip({ invitationOnly: true, title: { lv: title } });
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson();
  await database().insert(membership).values({
    userId: coordinator.userId,
    organisationId: municipality,
    role: "coordinator",
  });
  await enter(context, trip.organiser.userId);
  await page.goto(`/organise/trips/${trip.slug}`);
  await page.getByRole("link", { name: lv.organise.steps.invitations }).click();
  await page.locator("#organisationId").selectOption(municipality);
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.getByRole("status")).toHaveText(words.done.sent);
  await mailTo(page, coordinator.email, new RegExp(lv.mail.invitation.heading));
  const link = (await page.locator("main").textContent())?.match(/\/invitations\/[\w-]{43}/)?.[0];

  const visitor = await (await browser.newContext()).newPage();
  const tripPage = `/trips/${trip.slug}`;
  expect((await visitor.goto(tripPage))?.status()).toBe(404);
  expect((await visitor.goto(`${tripPage}/registration`))?.status()).toBe(404);
  await visitor.goto("/");
  await expect(visitor.locator("main")).not.toContainText(title);
  await visitor.goto(link ?? "");
  await expect(visitor).toHaveURL(new RegExp(`${tripPage}/invited$`));
  await expect(visitor.locator("h1")).toHaveText(title);
  await visitor.goto(`${tripPage}/registration`);
  await expect(visitor.getByRole("button", { name: lv.registration.continue })).toBeVisible();
  // What one browser may see is kept for nobody else.
  expect((await page.request.get(tripPage)).status()).toBe(404);

  await page.getByRole("button", { name: /^Atsaukt uzaicinājumu/ }).click();
  await expect(page.getByRole("status")).toHaveText(words.done.revoked);
  expect((await visitor.goto(`${tripPage}/invited`))?.status()).toBe(404);
  expect((await visitor.goto(link ?? ""))?.status()).toBe(404);
  await visitor.context().close();
});
