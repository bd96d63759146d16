import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { saveQuestion } from "#domain/question/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aPdf } from "#scripts/checks/their-questions.ts";
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee } from "./calls.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.question;
const asking = lv.organise.questions;

const field = (page: Page, label: string) =>
  page.locator(".field").filter({ has: page.getByText(label, { exact: true }) });

inEveryWay((hand, javaScriptEnabled) => {
  test("an organiser asks, somebody answers with a file, and the organiser reads and saves it", async ({
    page,
    context,
    browser,
  }) => {
    const call = await aCall(5);
    const { person } = await anEmployee(call, "Bērziņa");
    const office = await browser.newContext({ javaScriptEnabled, acceptDownloads: true });
    await enter(office, call.organiser.userId);
    const desk = await office.newPage();
    await desk.goto(`/organise/trips/${call.slug}/questions`);
    await hand.write(desk.locator('[id="label.lv"]'), "Kur nakšņosiet?");
    await hand.choose(desk.locator("#kind"), asking.kind.choice);
    await hand.press(desk.getByRole("button", { name: asking.save }));
    await expect(desk.locator('[id="options.lv-error"]')).toHaveText(
      lv.organise.problem.optionsMissing,
    );
    await expect(desk.locator('[id="label.lv"]')).toHaveValue("Kur nakšņosiet?");
    await desk.locator('[id="options.lv"]').fill("Viesnīcā\nPie draugiem");
    await hand.press(desk.locator('[name="required"]').last());
    await hand.press(desk.getByRole("button", { name: asking.save }));
    await expect(desk.getByRole("status")).toHaveText(asking.done.saved);

    await hand.write(desk.locator('[id="label.lv"]'), "Ar ko kopā?");
    await hand.choose(desk.locator("#condition"), "Ja „Kur nakšņosiet?“: Viesnīcā");
    await hand.press(desk.getByRole("button", { name: asking.save }).last());
    await expect(desk.getByRole("heading", { name: "2. Ar ko kopā?" })).toBeVisible();
    if (javaScriptEnabled) await expectNoComplaints(desk, "questions of a trip");
    await othersAreAsked(call);

    await enter(context, person.userId);
    await page.goto(`/trips/${call.slug}/registration`);
    await hand.press(page.getByRole("link", { name: /^Rīkotāja jautājumi: 2\sgaida/ }));
    if (javaScriptEnabled) {
      await expect(field(page, "Ar ko kopā?")).toBeHidden();
      await expectNoComplaints(page, "questions to somebody");
    } else {
      await expect(field(page, "Ar ko kopā?")).toContainText("Tikai tad, ja uz jautājumu");
    }
    await page.getByLabel("Viesnīcā", { exact: true }).check();
    await hand.write(page.getByLabel("Ar ko kopā?"), "Ar Ilzi");
    await page.getByLabel("Latviešu", { exact: true }).check();
    await hand.write(page.getByLabel("Cik reižu esat bijis?"), "daudz");
    const badge = { name: "karte.pdf", mimeType: "application/pdf" };
    const fake = Buffer.from("<html><script>alert(1)</script>");
    await page.locator('[type="file"]').setInputFiles({ ...badge, buffer: fake });
    await hand.press(page.getByRole("button", { name: words.submit }));
    await expect(field(page, "Cik reižu esat bijis?").locator(".error")).toHaveText(
      words.problem.answerNoNumber,
    );
    await expect(field(page, "Biedra karte").locator(".error")).toHaveText(
      words.problem.fileWrongKind,
    );
    await expect(page.getByLabel("Ar ko kopā?")).toHaveValue("Ar Ilzi");
    await hand.write(page.getByLabel("Cik reižu esat bijis?"), "3");
    await page.locator('[type="file"]').setInputFiles({ ...badge, buffer: Buffer.from(aPdf) });
    await hand.press(page.getByRole("button", { name: words.submit }));
    await expect(page.getByRole("status")).toHaveText(words.saved);
    await expect(page.getByRole("link", { name: "karte.pdf" })).toBeVisible();
    await page.goto(`/trips/${call.slug}/registration`);
    await expect(page.getByRole("link", { name: words.title, exact: true })).toBeVisible();

    await hand.press(desk.getByRole("link", { name: asking.answers }));
    if (javaScriptEnabled) await expectNoComplaints(desk, "answers of a trip");
    await expect(desk.locator("main")).toContainText("Ar Ilzi");
    await expect(desk.locator("main")).toContainText("Latviešu");
    const link = desk.getByRole("link", { name: "karte.pdf" });
    const coming = desk.waitForEvent("download", { timeout: 15_000 });
    await link.click();
    expect((await coming).suggestedFilename()).toBe("karte.pdf");
    const address = (await link.getAttribute("href")) ?? "";
    const served = await office.request.get(address);
    expect(served.headers()).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename*=UTF-8''karte.pdf",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    expect(Buffer.compare(await served.body(), Buffer.from(aPdf))).toBe(0);
    const stranger = await browser.newContext();
    expect((await stranger.request.get(address)).status()).toBe(404);
    await stranger.close();
    await office.close();
  });
});

test("a delegation is asked once, and its coordinator answers for it", async ({
  page,
  context,
}) => {
  const call = await aCall(5);
  const { tripId, organiser, slug, municipality, coordinator } = call;
  const asked = await saveQuestion(
    organiser,
    {
      tripId,
      kind: "yesNo",
      askedOf: "delegation",
      label: { lv: "Vai brauksiet ar savu transportu?" },
      hint: null,
      options: [],
      required: true,
      condition: null,
      retentionDays: 30,
    },
    new Date(),
  );
  expect(asked.ok).toBe(true);
  const rest = { members: [], head: null, unnamed: 2, atLeast: 1, locale: "lv" as const };
  const wanted = { ...rest, tripSlug: slug, organisationId: municipality, key: randomUUID() };
  expect((await sendDelegation(coordinator, wanted, new Date())).ok).toBe(true);
  await enter(context, coordinator.userId);
  await page.goto(`/municipality/trips/${slug}`);
  await page.getByRole("link", { name: "Rīkotāja jautājumi delegācijai" }).click();
  await expectNoComplaints(page, "questions to a delegation");
  await page.getByRole("button", { name: words.submit }).click();
  await expect(page.locator(".error").first()).toHaveText(words.problem.answerMissing);
  await page.getByLabel(words.yes, { exact: true }).check();
  await page.getByRole("button", { name: words.submit }).click();
  await expect(page.getByRole("status")).toHaveText(words.saved);
});

/** The other kinds, as the organiser would write them. */
async function othersAreAsked({ tripId, organiser }: Awaited<ReturnType<typeof aCall>>) {
  const rest = {
    tripId,
    askedOf: "person" as const,
    hint: null,
    condition: null,
    retentionDays: 30,
  };
  const options = ["Latviešu", "Angļu"].map((label, index) => ({
    id: String(index),
    label: { lv: label },
  }));
  const asked = [
    { kind: "choices" as const, label: { lv: "Kādās valodās runājat?" }, options, required: false },
    {
      kind: "yesNo" as const,
      label: { lv: "Vai brauksiet atpakaļ?" },
      options: [],
      required: false,
    },
    {
      kind: "number" as const,
      label: { lv: "Cik reižu esat bijis?" },
      options: [],
      required: true,
    },
    { kind: "file" as const, label: { lv: "Biedra karte" }, options: [], required: false },
  ];
  for (const one of asked) {
    const made = await saveQuestion(organiser, { ...rest, ...one }, new Date());
    expect(made.ok).toBe(true);
  }
}
