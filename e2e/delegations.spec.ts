import { expect, type Page, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import { aPerson } from "#scripts/checks/factories.ts";
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee, linkIn, nameSomebody } from "./calls.ts";
import type { Hand } from "./hand.ts";
import { enter, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.municipality.delegation;

type Five = [string, string, string, string, string];

const cell = (page: Page, name: string, row: number) => page.locator(`[id="${name}.${row}"]`);

async function fill(page: Page, hand: Hand, row: number, familyName: string, email: string) {
  await hand.write(cell(page, "givenName", row), "Anna");
  await hand.write(cell(page, "familyName", row), familyName);
  await hand.write(cell(page, "position", row), "projektu vadītāja");
  await hand.write(cell(page, "email", row), email);
  await hand.write(cell(page, "phone", row), "20123456");
}

inEveryWay((hand, javaScriptEnabled) => {
  test("a coordinator sends four, two of them unnamed, mends what is wrong in place, names them and replaces one", async ({
    page,
    context,
  }) => {
    test.slow();
    const { slug, coordinator } = await aCall(10);
    const [first, second, third, fourth, fifth] = Array.from({ length: 5 }, newAddress) as Five;
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
    await mailTo(page, coordinator.email, /Apstiprinātas 4\svietas/);

    for (const [familyName, email] of [
      ["Ķeizare", third],
      ["Ūdre", fourth],
    ] as const) {
      await hand.press(page.getByText(words.name.place.replace("{number}", "1")));
      await nameSomebody(page, hand, "#place-1", { givenName: "Zane", familyName, email });
      await hand.press(page.locator("#place-1").getByRole("button", { name: words.name.submit }));
      await expect(page.getByRole("status")).toHaveText(words.done.named);
      await expect(page.locator("tbody")).toContainText(`${familyName}, Zane`);
      await mailTo(page, email, new RegExp(familyName));
    }

    await hand.press(page.getByRole("link", { name: "Mainīt vai atdot: Anna Šķēle" }));
    const other = { givenName: "Ilze", familyName: "Čakste", email: second };
    await nameSomebody(page, hand, "#replace", other);
    await hand.press(page.getByRole("button", { name: lv.replacement.submit, exact: true }));
    await expect(page.locator('[id="email-error"]')).toHaveText(words.problem.samePerson);
    await expect(page.locator('[name="familyName"]')).toHaveValue("Čakste");
    if (javaScriptEnabled) await expectNoComplaints(page, "somebody else to be named");
    await hand.write(page.locator('[name="email"]'), fifth);
    await hand.press(page.getByRole("button", { name: lv.replacement.submit, exact: true }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ilze Čakste");
    await mailTo(page, second, /Jūsu vietā piedalīsies Ilze Čakste/);
    await mailTo(page, fifth, /Čakste/);
    await page.goto(`/municipality/trips/${slug}`);
    await expect(page.locator("tbody tr")).toHaveCount(4);
    await expect(page.locator("tbody")).not.toContainText("Šķēle");
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
  const call = await aCall(5, 72);
  const { coordinator } = call;
  const yes = await anEmployee(call, "Bērziņa");
  const no = await anEmployee(call, "Kalniņa");
  await mailTo(page, coordinator.email, /Bērziņa/);
  await enter(context, coordinator.userId);
  await page.goto("/municipality");
  await page.getByRole("link", { name: `${lv.municipality.decide.signOff}: Anna Bērziņa` }).click();
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

test("a coordinator says yes from the mail without signing in; opening the link alone changes nothing", async ({
  page,
}) => {
  const call = await aCall(5, 72);
  const { person } = await anEmployee(call, "Ozoliņa");
  const link = linkIn(await mailTo(page, call.coordinator.email, /Ozoliņa/), "sign-offs");
  await page.goto(link);
  await page.reload();
  await expect(page.locator("main")).toContainText("Vieta ir rezervēta līdz");
  await expectNoComplaints(page, "a sign-off by link");
  await page.getByRole("button", { name: lv.municipality.signOff.yes, exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(lv.municipality.signOff.state.confirmed);
  await mailTo(page, person.email, /Vieta apstiprināta/);
  const forged = await page.goto(link.replace(/.$/, (last) => (last === "x" ? "y" : "x")));
  expect(forged?.status()).toBe(404);
});

test("an organiser says yes for a municipality that agreed by telephone", async ({
  page,
  context,
}) => {
  const call = await aCall(5, 72);
  const { person, id } = await anEmployee(call, "Liepa");
  await enter(context, call.organiser.userId);
  await page.goto(`/organise/trips/${call.slug}/registrations/${id}`);
  await page.getByRole("link", { name: lv.organise.registrations.signOff }).click();
  await expectNoComplaints(page, "a sign-off by the organiser");
  await page.getByRole("button", { name: lv.municipality.signOff.yes, exact: true }).click();
  await expect(page.locator("main .lead")).toContainText("Vieta apstiprināta");
  await mailTo(page, person.email, /Vieta apstiprināta/);
});
