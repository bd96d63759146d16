import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import type { TripArchive } from "#domain/archive/schema.ts";
import { addSheet } from "#domain/sheet/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { aPdf } from "#scripts/checks/their-questions.ts";
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee } from "./calls.ts";
import type { Hand } from "./hand.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const { import: words, overview } = lv.organise;

const send = async (page: Page, hand: Hand, text: string) => {
  const file = { name: "trip.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.locator("#file").setInputFiles(file);
  await hand.press(page.getByRole("button", { name: words.submit }));
};

inEveryWay((hand, javaScriptEnabled) => {
  test("a trip is saved as a file by its organiser and imported by another one", async ({
    page,
    context,
    browser,
  }) => {
    const call = await aCall(5);
    await anEmployee(call, "Bērziņa");
    await enter(context, call.organiser.userId);
    await page.goto(`/organise/trips/${call.slug}`);
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: lv.organise.overview.archivePeople }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(`trip-${call.slug}.json`);
    const text = await readFile(await saved.path(), "utf8");
    const archive = JSON.parse(text) as TripArchive;
    expect(archive.people?.registrations.map(({ familyName }) => familyName)).toEqual(["Bērziņa"]);

    const organisationId = await anOrganisation();
    const another = await aPerson({ role: "organiser", organisationId });
    const office = await browser.newContext({ javaScriptEnabled });
    await enter(office, another.userId);
    const desk = await office.newPage();
    await desk.goto("/organise");
    await hand.press(desk.getByRole("link", { name: lv.organise.list.import }));
    await hand.press(desk.getByRole("button", { name: words.submit }));
    await expect(desk.locator("#file-error")).toHaveText(words.problem.fileEmpty);
    await send(desk, hand, "{}".padEnd(21 * 1024 * 1024));
    await expect(desk.locator("#file-error")).toHaveText(words.problem.fileTooLarge);
    const spoilt = { ...archive.seats, capacity: 0, allocationOrder: "lottery" };
    await send(desk, hand, JSON.stringify({ ...archive, seats: spoilt }));
    await expect(desk.locator("#file-error")).toHaveText(
      "vietas braucienā, vietu skaits: skaitlis ir pārāk mazs",
    );
    await expect(desk.locator('[id="file.1"]')).toHaveText(
      "vietas braucienā, allocationOrder: šādas izvēles iespējas nav",
    );
    if (javaScriptEnabled) await expectNoComplaints(desk, "import of a trip");
    // As large as a form may be, and larger than what goes through unasked.
    await send(desk, hand, text.padEnd(15 * 1024 * 1024));
    await expect(desk.getByRole("status")).toHaveText(lv.organise.done.importedAgain);
    await expect(desk).toHaveURL(new RegExp(`/organise/trips/${call.slug}-2\\?`));
    await office.close();
  });

  test("a button pressed twice, and a form that arrives twice at once, make one trip", async ({
    page,
    context,
    baseURL,
  }) => {
    const call = await aCall(5);
    await enter(context, call.organiser.userId);
    const saved = await context.request.get(`/organise/trips/${call.slug}/archive`);
    const buffer = await saved.body();
    const file = { name: "trip.json", mimeType: "application/json", buffer };
    await page.goto("/organise/trips/import");
    await page.locator("#file").setInputFiles(file);
    await page.getByRole("button", { name: words.submit }).dblclick();
    await expect(page.getByRole("status")).toHaveText(lv.organise.done.importedAgain);
    await expect(page).toHaveURL(new RegExp(`/organise/trips/${call.slug}-2\\?`));

    await page.goto("/organise/trips/import");
    const key = await page.locator("input[name=key]").inputValue();
    const arrives = () =>
      context.request.post("/organise/trips/import/file", {
        multipart: { key, file },
        headers: { origin: baseURL ?? "" },
        maxRedirects: 0,
      });
    const answers = await Promise.all([arrives(), arrives(), arrives()]);
    for (const answer of [...answers, await arrives()]) {
      expect(answer.status()).toBe(303);
      expect(answer.headers().location).toContain(`/organise/trips/${call.slug}-3?`);
    }
  });

  test("signed sheets go along when they are chosen, and whoever imports a file without them is told", async ({
    page,
    context,
  }) => {
    const call = await aCall(5);
    // Almost as large as one may be: as text it is 27 MB.
    const bytes = Buffer.concat([aPdf, Buffer.alloc(20 * 1024 * 1024 - aPdf.length, "%")]);
    const sent = { tripId: call.tripId, date: call.date, name: "lapa.pdf", bytes };
    expect(await addSheet(call.organiser, sent, new Date())).toEqual({ ok: true, added: true });
    await enter(context, call.organiser.userId);
    const file = async (link: string | RegExp) => {
      await page.goto(`/organise/trips/${call.slug}`);
      const saving = page.waitForEvent("download");
      await page.getByRole("link", { name: link, exact: true }).click();
      return readFile(await (await saving).path(), "utf8");
    };
    const alone = await file(overview.archivePeople);
    const whole = await file(/parakstu lapām \(1\sfails\)$/);
    expect(alone.length).toBeLessThan(100_000);
    expect((JSON.parse(whole) as TripArchive).evidence?.sheets[0]?.content).toBe(
      bytes.toString("base64"),
    );
    await page.goto("/organise/trips/import");
    await send(page, hand, alone);
    await expect(page.getByRole("status")).toHaveText(lv.organise.done.importedWithoutSheets);
    await page.goto("/organise/trips/import");
    await send(page, hand, whole);
    await expect(page.getByRole("status")).toHaveText(lv.organise.done.importedAgain);
    await page.goto(`/organise/trips/${call.slug}-3/attendance/${call.date}/sheet`);
    await expect(page.getByRole("link", { name: "lapa.pdf" })).toBeVisible();
    await expect(page.locator("main")).toContainText(`(trip-${call.slug}.json)`);
  });
});
