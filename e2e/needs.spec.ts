import { expect, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee } from "./calls.ts";
import { enter, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.need;

inEveryWay((hand, javaScriptEnabled) => {
  test("somebody says what they need, the organiser reads counts, and it goes when the consent is taken back", async ({
    page,
    context,
    browser,
  }) => {
    const call = await aCall(5);
    const { person } = await anEmployee(call, "Bērziņa");
    await anEmployee(call, "Kalniņa");
    await enter(context, person.userId);
    await page.goto(`/trips/${call.slug}/registration`);
    await hand.press(page.getByRole("link", { name: lv.registration.answer.needs }));
    await page.locator('[name="diet"][value="vegan"]').check();
    await hand.write(page.locator("#allergy"), "rieksti");
    await hand.press(page.getByRole("button", { name: words.submit, exact: true }));
    // Without the box nothing is kept, and nothing typed is lost.
    await expect(page.locator("#agreed .error")).toHaveText(words.problem.notAgreed);
    await expect(page.locator("#allergy")).toHaveValue("rieksti");
    await expect(page.locator('[name="diet"][value="vegan"]')).toBeChecked();
    if (javaScriptEnabled) await expectNoComplaints(page, "needs without a consent");
    await hand.press(page.locator('[name="agreed"]'));
    await hand.press(page.getByRole("button", { name: words.submit, exact: true }));
    await expect(page.getByRole("status")).toHaveText(words.done.saved);

    const office = await browser.newContext({ javaScriptEnabled });
    await enter(office, call.organiser.userId);
    const desk = await office.newPage();
    await desk.goto(`/organise/trips/${call.slug}`);
    await hand.press(desk.getByRole("link", { name: lv.organise.steps.needs }));
    if (javaScriptEnabled) await expectNoComplaints(desk, "needs of a trip");
    await expect(desk.locator("#caterer-line")).toHaveValue(
      "2\u00a0cilvēki: 1 bez īpašām vēlmēm, 1 ar vegānu diētu. Alerģijas un cita diēta: rieksti.",
    );
    await expect(desk.locator("main")).toContainText("Bērziņa, Anna");
    await desk.emulateMedia({ media: "print" });
    await expect(desk.getByText("Bērziņa, Anna")).toBeHidden();
    await expect(desk.getByRole("cell", { name: words.diet.vegan })).toBeVisible();

    await hand.press(page.getByRole("button", { name: words.withdraw }));
    await expect(page.getByRole("status")).toHaveText(words.done.withdrawn);
    await expect(page.locator("#allergy")).toHaveValue("");
    await desk.reload();
    await expect(desk.locator("#caterer-line")).toHaveValue("2\u00a0cilvēki: 2 bez īpašām vēlmēm.");
    await office.close();
  });
});

test("a coordinator enters the needs of somebody whom they sent", async ({ page, context }) => {
  const call = await aCall(5);
  await enter(context, call.coordinator.userId);
  await page.goto(`/municipality/trips/${call.slug}/delegation`);
  const texts = ["Anna", "Šķēle", "juriste", newAddress(), "20123456"];
  const names = ["givenName", "familyName", "position", "email", "phone"];
  for (const [index, name] of names.entries()) {
    await page.locator(`[id="${name}.0"]`).fill(texts[index] ?? "");
  }
  await page.getByRole("button", { name: lv.municipality.delegation.submit }).click();
  await page
    .getByRole("link", { name: lv.municipality.sent.needsOf.replace("{person}", "Anna Šķēle") })
    .click();
  await expectNoComplaints(page, "needs of a member");
  await page.locator("#access").fill("pārvietojos ratiņkrēslā");
  await page.locator('[name="agreed"]').check();
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(words.done.saved);
});
