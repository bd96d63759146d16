import { expect, type Page, test } from "@playwright/test";
import { register } from "#domain/registration/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";

import { expectNoComplaints } from "./axe.ts";
import type { Hand } from "./hand.ts";
import { enter, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.municipality.delegation;

async function aCall(capacity: number, signOffHours: number | null = null) {
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const trip = await anOpenTrip({ capacity });
  const until = new Date(Date.now() + 9 * 86_400_000);
  const set = await setSeats(
    trip.organiser,
    {
      tripId: trip.tripId,
      capacity,
      allocationOrder: "first-come",
      releaseAt: null,
      promotionEndsAt: until,
      namesFrozenAt: until,
      signOffHours,
      quotas: [],
    },
    new Date(),
  );
  expect(set.ok).toBe(true);
  return { ...trip, municipality, coordinator };
}

const cell = (page: Page, name: string, row: number) => page.locator(`[id="${name}.${row}"]`);

async function fill(page: Page, hand: Hand, row: number, familyName: string, email: string) {
  await hand.write(cell(page, "givenName", row), "Anna");
  await hand.write(cell(page, "familyName", row), familyName);
  await hand.write(cell(page, "position", row), "projektu vadītāja");
  await hand.write(cell(page, "email", row), email);
  await hand.write(cell(page, "phone", row), "20123456");
}

inEveryWay((hand, javaScriptEnabled) => {
  test("a coordinator sends four, two of them unnamed, mends what is wrong in place, and names one", async ({
    page,
    context,
  }) => {
    test.slow();
    const { slug, coordinator } = await aCall(10);
    const [first, second, third] = [newAddress(), newAddress(), newAddress()];
    await enter(context, coordinator.userId);
    await page.goto(`/municipality/trips/${slug}/delegation`);
    await fill(page, hand, 0, "Āboliņa", first);
    await fill(page, hand, 2, "Šķēle", first);
    await hand.write(page.locator("#unnamed"), "2");
    await hand.press(page.getByRole("button", { name: words.submit }));
    // The same address twice is said at the row, and nothing typed is lost.
    await expect(page.locator('[id="email.2-error"]')).toHaveText(words.problem.personTwice);
    await expect(cell(page, "familyName", 0)).toHaveValue("Āboliņa");
    if (javaScriptEnabled) await expectNoComplaints(page, "a delegation to be mended");
    await hand.write(page.locator('[name="email"]').nth(2), second);
    await hand.press(page.getByRole("button", { name: words.submit }));
    await expect(page.getByRole("status")).toHaveText(words.done.sent);
    await expect(page.locator("main .lead")).toContainText("ir 4 vietas");
    await expect(page.locator("tbody tr")).toHaveCount(4);
    expect(await mailTo(page, first, /Āboliņa/)).toContain("20123456");
    await mailTo(page, coordinator.email, /Apstiprinātas 4 vietas/);

    await hand.press(page.getByText(words.name.place.replace("{number}", "1")));
    const place = page.locator("#place-1");
    await hand.write(place.locator('[name="givenName"]'), "Zane");
    await hand.write(place.locator('[name="familyName"]'), "Ķeizare");
    await hand.write(place.locator('[name="position"]'), "juriste");
    await hand.write(place.locator('[name="email"]'), third);
    await hand.write(place.locator('[name="phone"]'), "20654321");
    await hand.press(place.getByRole("button", { name: words.name.submit }));
    await expect(page.getByRole("status")).toHaveText(words.done.named);
    await expect(page.locator("tbody")).toContainText("Ķeizare, Zane");
    await mailTo(page, third, /Ķeizare/);
  });
});

test("more rows keep what was typed; all or none of three waits as one behind the two seats there are", async ({
  page,
  context,
}) => {
  const { slug, coordinator } = await aCall(2);
  await enter(context, coordinator.userId);
  await page.goto(`/municipality/trips/${slug}/delegation`);
  await cell(page, "familyName", 1).fill("Zīle");
  await page.getByRole("button", { name: words.more }).click();
  await expect(page.locator(".member")).toHaveCount(6);
  await expect(cell(page, "familyName", 0)).toHaveValue("Zīle");
  await cell(page, "familyName", 0).fill("");
  await page.locator("#unnamed").fill("3");
  await page.getByText(words.all).click();
  await page.getByRole("button", { name: words.submit }).click();
  await expect(page.getByRole("status")).toHaveText(words.done.sent);
  await expect(page.locator("main .lead")).toContainText("rindā gaida 3 dalībnieki");
  await expect(page.locator("tbody tr").first()).toContainText("Rindā, 1.");
});

test("an employee's registration waits for the coordinator, who says yes to one and no to another", async ({
  page,
  context,
  browser,
}) => {
  const { slug, coordinator, municipality } = await aCall(5, 72);
  const sent = [];
  for (const familyName of ["Bērziņa", "Kalniņa"]) {
    const person = await aPerson();
    const answers = {
      givenName: "Anna",
      familyName,
      phone: "20123456",
      organisation: municipality,
      institution: "",
      position: "projektu vadītāja",
    };
    const answer = await register(person, { ...answers, tripSlug: slug, locale: "lv" }, new Date());
    if (!answer.ok) throw new Error(answer.reason);
    sent.push({ person, id: answer.registrationId });
  }
  const [yes, no] = sent as [(typeof sent)[number], (typeof sent)[number]];
  await mailTo(page, coordinator.email, /Bērziņa/);
  await enter(context, coordinator.userId);
  await page.goto("/municipality");
  await page.getByRole("link", { name: /: Anna Bērziņa$/ }).click();
  await expectNoComplaints(page, "a sign-off");
  await page.getByRole("button", { name: lv.municipality.signOff.yes, exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(lv.municipality.signOff.state.confirmed);
  await mailTo(page, yes.person.email, /Vieta apstiprināta/);
  await page.goto(`/municipality/registrations/${no.id}/sign-off`);
  await page.getByRole("button", { name: lv.municipality.signOff.no }).click();
  await expect(page.locator("#reason-error")).toHaveText(lv.organise.problem.declineReasonMissing);
  await page.locator("#reason").fill("Tajā dienā ir domes sēde.");
  await page.getByRole("button", { name: lv.municipality.signOff.no }).click();
  await expect(page.getByRole("status")).toHaveText(lv.municipality.signOff.state.withdrawn);
  await mailTo(page, no.person.email, /Tajā dienā ir domes sēde/);
  const stranger = await (await browser.newContext()).newPage();
  await enter(stranger.context(), (await aPerson()).userId);
  const found = await stranger.goto(`/municipality/registrations/${yes.id}/sign-off`);
  expect(found?.status()).toBe(404);
  await stranger.context().close();
});
