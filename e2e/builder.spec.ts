import { expect, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import {
  act,
  aDraft,
  column,
  day,
  drag,
  handle,
  kept,
  line,
  nextDay,
  openDraft,
} from "./drafts.ts";
import { enter } from "./people.ts";

const words = lv.organise.builder;
test("an item is carried to another day by keyboard alone, each step is said, and it is taken back", async ({
  page,
}) => {
  const { ids } = await openDraft(page);
  await handle(page, ids.visit).focus();
  await page.keyboard.press("Enter");
  const spoken = page.locator(".spoken");
  await expect(spoken).toContainText(/Paņemts: Vizīte, 2.\svieta no 3/);
  await page.keyboard.press("ArrowDown");
  await expect(spoken).toContainText(/3.\svieta no 3/);
  await page.keyboard.press("ArrowRight");
  await expect(spoken).toContainText(/2.\svieta no 2/);
  await expect(handle(page, ids.visit)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(spoken).toContainText(/1.\svieta no 2/);
  await page.keyboard.press("Enter");
  await expect(spoken).toContainText(/Nolikts: Vizīte, 1.\svieta no 2/);
  const moved = ["10.00–11.00 Vizīte", "11.00–12.00 Saruna"];
  await expect.poll(() => line(page, nextDay)).toEqual(moved);
  await kept(page);
  await page.reload();
  expect(await line(page, nextDay)).toEqual(moved);
  await expect(handle(page, ids.visit)).toBeVisible();
  await page.getByRole("button", { name: /^Atsaukt pēdējo: pārcelts „Vizīte“/ }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => line(page, nextDay)).toEqual(["10.00–11.00 Saruna"]);
  await expect(page.locator("#said")).toContainText(words.done.undone);
});

test("Esc leaves everything as it was", async ({ page }) => {
  const { ids } = await openDraft(page);
  const before = await line(page, day);
  await handle(page, ids.lunch).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => line(page, day)).not.toEqual(before);
  await page.keyboard.press("Escape");
  await expect.poll(() => line(page, day)).toEqual(before);
  await expect(page.locator(".spoken")).toHaveText(words.cancelled);
});

test("an item is dragged with the mouse, within its day and to another", async ({ page }) => {
  const { ids } = await openDraft(page);
  await handle(page, ids.lunch).waitFor();
  await drag(page, page.locator(`[id="${ids.lunch}"] .when`), page.locator(`[id="${ids.visit}"]`));
  const swapped = ["8.00–9.00 Ceļš", "9.15–10.15 Pusdienas", "12.00–13.00 Vizīte"];
  await expect.poll(() => line(page, day)).toEqual(swapped);
  await expect(page.locator(".spoken")).toContainText(/Nolikts: Pusdienas, 2.\svieta no 3/);
  await drag(page, page.locator(`[id="${ids.visit}"] .when`), page.locator(`[id="${ids.talk}"]`));
  await expect
    .poll(() => line(page, nextDay))
    .toEqual(["10.00–11.00 Vizīte", "11.00–12.00 Saruna"]);
  await kept(page);
  await page.reload();
  expect(await line(page, nextDay)).toEqual(["10.00–11.00 Vizīte", "11.00–12.00 Saruna"]);
});

test("times and title are edited in place; what is wrong is said and stays as it was typed", async ({
  page,
}) => {
  const { ids } = await openDraft(page);
  const item = page.locator(`[id="${ids.visit}"]`);
  await item.getByRole("button", { name: words.edit }).click();
  await item.locator('[name="starts"]').fill("11:00");
  await item.locator('[name="title"]').fill("Vizīte domē");
  await item.locator('[name="title"]').press("Enter");
  await expect(page.locator(".problem")).toHaveText(lv.itinerary.error.pastMidnight);
  await expect(item.locator('[name="starts"]')).toHaveValue("11:00");
  await expect(item.locator('[name="title"]')).toHaveValue("Vizīte domē");
  await expect(item.locator('[name="ends"]')).toBeFocused();
  await expect(item.locator('[name="ends"]')).toHaveAccessibleDescription(
    lv.itinerary.error.pastMidnight,
  );
  await item.locator('[name="ends"]').fill("11:45");
  await item.locator('[name="ends"]').press("Enter");
  await expect(item.locator(".when")).toHaveText("11.00–11.45");
  await kept(page);
  await page.reload();
  await expect(item.locator("h3 a")).toHaveText("Vizīte domē");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("everything after an item is shifted, an item doubled and removed, each taken back", async ({
      page,
      context,
    }) => {
      const { organiser, path, ids } = await aDraft();
      await enter(context, organiser.userId);
      await page.goto(path);
      const item = page.locator(`[id="${ids.travel}"]`);
      await item.getByText(words.actions).click();
      await item.locator(`[name="minutes.${ids.travel}"]`).fill("30");
      await item.getByRole("button", { name: words.shift }).click();
      const shifted = ["8.00–9.00 Ceļš", "9.45–10.45 Vizīte", "12.30–13.30 Pusdienas"];
      await expect.poll(() => line(page, day)).toEqual(shifted);
      await act(page, ids.lunch, words.duplicate);
      await expect.poll(() => line(page, day)).toEqual([...shifted, "13.30–14.30 Pusdienas"]);
      await act(page, ids.visit, words.remove);
      await expect(column(page, day)).toHaveCount(3);
      await page.getByRole("button", { name: "Atsaukt pēdējo: izņemts „Vizīte“" }).click();
      await expect(column(page, day)).toHaveCount(4);
      await page.getByRole("button", { name: "Atsaukt pēdējo: dublēts „Pusdienas“" }).click();
      await expect(column(page, day)).toHaveCount(3);
      await page.getByRole("button", { name: /^Atsaukt pēdējo: pārbīdīti 2\spunkti/ }).click();
      await expect.poll(async () => (await line(page, day))[1]).toBe("9.15–10.15 Vizīte");
    });

    test("a warning explains itself and is accepted with a note", async ({ page, context }) => {
      const { organiser, path } = await aDraft();
      await enter(context, organiser.userId);
      await page.goto(path);
      const warning = page.locator(".warnings li").filter({ hasText: "dienas beigās nav" }).first();
      await warning.getByRole("button", { name: words.accept }).click();
      await expect(page.locator(".problem")).toHaveText(lv.itinerary.error.acceptanceNote);
      await expect(warning.getByRole("textbox")).toHaveAccessibleDescription(
        lv.itinerary.error.acceptanceNote,
      );
      await warning.getByRole("textbox").fill("Dalībnieki paliek pa vienam");
      await warning.getByRole("button", { name: words.accept }).click();
      await expect(page.locator(".warnings")).toContainText("Atstāts: Dalībnieki paliek pa vienam");
    });
  });
}
