import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import { aPerson } from "#scripts/checks/factories.ts";
import { act, aDraft, column, day, handle, kept, line } from "./drafts.ts";
import { enter } from "./people.ts";

// Two organisers have the same draft open. The first one's deed is done; the second knows nothing of it yet.

const words = lv.organise.builder;

type Draft = Awaited<ReturnType<typeof aDraft>>;

test("both edit the same item, each another field: both are kept, and the second is told", async ({
  page,
  context,
  browser,
}) => {
  const { draft, theirs, colleague } = await together(page, context, browser);
  await page.goto(`${draft.path}/items/${draft.ids.visit}`);
  await theirs.goto(`${draft.path}/items/${draft.ids.visit}`);
  await theirs.locator("#venue").fill("Lielā zāle");
  await save(theirs);
  await page.locator("#starts").fill("09:30");
  await save(page);
  await expect(page.locator(".notice")).toHaveText(lv.organise.itinerary.done.merged);
  await expect(page.locator("main")).toContainText(`${colleague}, `);
  await expect(page.locator("main")).toContainText("mainīts „Vizīte“: telpa");
  await page.goto(`${draft.path}/items/${draft.ids.visit}`);
  await expect(page.locator("#venue")).toHaveValue("Lielā zāle");
  await expect(page.locator("#starts")).toHaveValue("09:30");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("both write the same field: the second sees at the field what the first wrote, and decides", async ({
      page,
      context,
      browser,
    }) => {
      const { draft, theirs, colleague } = await together(page, context, browser);
      await page.goto(`${draft.path}/items/${draft.ids.visit}`);
      await theirs.goto(`${draft.path}/items/${draft.ids.visit}`);
      await theirs.locator("#venue").fill("Lielā zāle");
      await theirs.locator("#kind").selectOption("talk");
      await save(theirs);
      await page.locator("#venue").fill("Mazā zāle");
      await page.locator("#kind").selectOption("meal");
      await page.getByRole("button", { name: lv.organise.item.save }).click();
      await expect(page.locator("#venue-error")).toContainText(
        `${colleague} tikmēr šeit ierakstīja: Lielā zāle.`,
      );
      await expect(page.locator("#kind-error")).toContainText(
        `${colleague} tikmēr šeit ierakstīja: ${lv.itinerary.kind.talk}.`,
      );
      await expect(page.locator("#venue")).toHaveValue("Mazā zāle");
      await save(page);
      await page.goto(`${draft.path}/items/${draft.ids.visit}`);
      await expect(page.locator("#venue")).toHaveValue("Mazā zāle");
      await expect(page.locator("#kind")).toHaveValue("meal");
    });

    test("one removes what the other edits: saved again, it comes back with what was written", async ({
      page,
      context,
      browser,
    }) => {
      const { draft, theirs, colleague } = await together(page, context, browser);
      await page.goto(`${draft.path}/items/${draft.ids.visit}`);
      await page.locator("#venue").fill("Mazā zāle");
      await act(theirs, draft.ids.visit, words.remove);
      await expect(column(theirs, day)).toHaveCount(2);
      await kept(theirs);
      await page.getByRole("button", { name: lv.organise.item.save }).click();
      await expect(page.getByRole("alert").first()).toContainText(
        `${colleague} šo punktu tikmēr izņēma`,
      );
      await expect(page.locator("#venue")).toHaveValue("Mazā zāle");
      await save(page);
      await expect(page.locator(`[id="${draft.ids.visit}"]`)).toContainText("Mazā zāle");
    });

    test("both shift for the same delay: it is shifted once, and the second is told", async ({
      page,
      context,
      browser,
    }) => {
      const { draft, theirs, colleague } = await together(page, context, browser);
      const shifted = ["8.00–9.00 Ceļš", "9.45–10.45 Vizīte", "12.30–13.30 Pusdienas"];
      await shift(theirs, draft.ids.travel);
      await expect.poll(() => line(theirs, day)).toEqual(shifted);
      await kept(theirs);
      await shift(page, draft.ids.travel);
      await expect(page.locator(".problem")).toHaveText(lv.itinerary.error.changedMeanwhile);
      await expect(page.locator("#said")).toContainText(`${colleague}, `);
      await expect(page.locator("#said")).toContainText("pārbīdīti 2 punkti");
      await expect.poll(() => line(page, day)).toEqual(shifted);
      await page.goto(draft.path);
      await shift(page, draft.ids.travel);
      await expect.poll(async () => (await line(page, day))[1]).toBe("10.15–11.15 Vizīte");
    });

    test("one edits what the other removes: it stays, until the other has seen the edit", async ({
      page,
      context,
      browser,
    }) => {
      const { draft, theirs, colleague } = await together(page, context, browser);
      await theirs.goto(`${draft.path}/items/${draft.ids.visit}`);
      await theirs.locator("#venue").fill("Lielā zāle");
      await save(theirs);
      await act(page, draft.ids.visit, words.remove);
      await expect(page.locator(".problem")).toHaveText(lv.itinerary.error.changedMeanwhile);
      await expect(page.locator("#said")).toContainText(colleague);
      await expect(page.locator(`[id="${draft.ids.visit}"]`)).toContainText("Lielā zāle");
      await page.goto(draft.path);
      await act(page, draft.ids.visit, words.remove);
      await expect(column(page, day)).toHaveCount(2);
    });
  });
}

test("one moves what the other edits in place: both are kept", async ({
  page,
  context,
  browser,
}) => {
  const { draft, theirs, colleague } = await together(page, context, browser);
  const item = await edit(page, draft);
  await item.locator('[name="title"]').fill("Vizīte domē");
  await act(theirs, draft.ids.visit, words.earlier);
  await expect.poll(async () => (await line(theirs, day))[0]).toBe("8.00–9.00 Vizīte");
  await kept(theirs);
  await item.locator('[name="title"]').press("Enter");
  await expect.poll(async () => (await line(page, day))[0]).toBe("8.00–9.00 Vizīte domē");
  await expect(page.locator("#said")).toContainText(words.done.merged);
  await expect(page.locator("#said")).toContainText(`${colleague}, `);
  await expect(page.locator("#said")).toContainText("pārcelts „Vizīte“: 9.15 → 8.00");
});

test("one moves what the other carries: the second is told, and the day stays as the first left it", async ({
  page,
  context,
  browser,
}) => {
  const { draft, theirs, colleague } = await together(page, context, browser);
  await handle(page, draft.ids.visit).waitFor();
  await act(theirs, draft.ids.visit, words.earlier);
  await expect.poll(async () => (await line(theirs, day))[0]).toContain("Vizīte");
  await kept(theirs);
  await handle(page, draft.ids.visit).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".problem")).toHaveText(lv.itinerary.error.changedMeanwhile);
  await expect(page.locator("#said")).toContainText(colleague);
  await expect(page.locator("#said")).toContainText("pārcelts „Vizīte“: 9.15 → 8.00");
  await expect
    .poll(() => line(page, day))
    .toEqual(["8.00–9.00 Vizīte", "9.15–10.15 Ceļš", "12.00–13.00 Pusdienas"]);
});

test("both retitle an item in place: the second reads what the first wrote, and decides", async ({
  page,
  context,
  browser,
}) => {
  const { draft, theirs, colleague } = await together(page, context, browser);
  const item = await edit(page, draft);
  await item.locator('[name="title"]').fill("Vizīte domē");
  const same = await edit(theirs, draft);
  await same.locator('[name="title"]').fill("Vizīte bibliotēkā");
  await same.locator('[name="title"]').press("Enter");
  await expect(same.locator("h3 a")).toHaveText("Vizīte bibliotēkā");
  await kept(theirs);
  // Whoever comes back to the page sees the other's work; what is being typed stays, and is no answer to it.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.locator("#said")).toContainText(`${colleague}, `);
  await expect(item.locator('[name="title"]')).toHaveValue("Vizīte domē");
  await item.locator('[name="title"]').press("Enter");
  const told = `${colleague} tikmēr šeit ierakstīja: 9.15–10.15 Vizīte bibliotēkā.`;
  await expect(item.locator(".error")).toContainText(told);
  await expect(item.locator('[name="title"]')).toHaveValue("Vizīte domē");
  await item.locator('[name="title"]').press("Enter");
  await expect(item.locator("h3 a")).toHaveText("Vizīte domē");
});

test("one removes what the other edits in place: the form stays, and saved again brings it back", async ({
  page,
  context,
  browser,
}) => {
  const { draft, theirs, colleague } = await together(page, context, browser);
  const item = await edit(page, draft);
  await item.locator('[name="title"]').fill("Vizīte domē");
  await act(theirs, draft.ids.visit, words.remove);
  await expect(column(theirs, day)).toHaveCount(2);
  await kept(theirs);
  await item.locator('[name="title"]').press("Enter");
  await expect(item.locator(".error")).toContainText(`${colleague} šo punktu tikmēr izņēma`);
  await expect(item.locator('[name="title"]')).toHaveValue("Vizīte domē");
  await item.locator('[name="title"]').press("Enter");
  await expect(item.locator("h3 a")).toHaveText("Vizīte domē");
  await kept(page);
  await page.reload();
  expect((await line(page, day))[1]).toBe("9.15–10.15 Vizīte domē");
});

/** A draft that two organisers have before them; `colleague` is how the other one is called. */
async function together(page: Page, context: BrowserContext, browser: Browser) {
  const draft = await aDraft();
  const other = await aPerson({ role: "organiser", organisationId: draft.organisationId });
  await enter(context, draft.organiser.userId);
  await page.goto(draft.path);
  const theirContext = await browser.newContext({ javaScriptEnabled: true });
  await enter(theirContext, other.userId);
  const theirs = await theirContext.newPage();
  await theirs.goto(draft.path);
  await handle(theirs, draft.ids.visit).waitFor();
  return { draft, theirs, colleague: other.email };
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: lv.organise.item.save }).click();
  await expect(page.locator(".notice")).toBeVisible();
}

async function edit(page: Page, { ids }: Draft) {
  const item = page.locator(`[id="${ids.visit}"]`);
  await item.getByRole("button", { name: words.edit }).click();
  return item;
}

async function shift(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]`).getByText(words.actions).click();
  await page.locator(`[name="minutes.${id}"]`).fill("30");
  await page.locator(`[id="${id}"]`).getByRole("button", { name: words.shift }).click();
}
