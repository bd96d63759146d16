import { expect, type Page, test } from "@playwright/test";
import { openLeadership } from "#db/seed/source.ts";
import { latvianQuotes } from "#db/seed/translations.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { column, drag, kept } from "./drafts.ts";
import { type Hand, keyboard, pointer } from "./hand.ts";
import { days, deadline, type Planned, placeLabel, plan, planOf, published } from "./june-2018.ts";
import { enter } from "./people.ts";

const words = lv.organise;

test("the trip of June 2018 is built by keyboard alone, from nothing to its published itinerary", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await enter(context, (await anOrganiser()).userId);
  await page.goto("/organise");
  const slug = await create(page, keyboard);
  for (const item of plan) await write(page, keyboard, item, item.day);
  await publish(page, keyboard, slug);
  await showsTheTrip(page, slug);
});

test("all of it is written on the first day and dragged to its days and its order", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  // As high as it takes to see a whole day of seventeen items.
  await page.setViewportSize({ width: 1400, height: 4800 });
  await enter(context, (await anOrganiser()).userId);
  await page.goto("/organise");
  const slug = await create(page, pointer);
  for (const item of plan) await write(page, pointer, item, 0);
  for (const day of [1, 2, 3]) {
    // The second goes first, and is overtaken at the end: so the order is dragged as well.
    const [first, second, ...rest] = planOf(day);
    const end = page.locator(`#day-${days[day]}`).getByRole("link", { name: words.builder.add });
    for (const [index, item] of [second, first, ...rest].entries()) {
      await drag(page, stop(page, item).locator(".when"), end);
      await expect(column(page, days[day] ?? "")).toHaveCount(index + 1);
      await kept(page);
    }
    await drag(page, stop(page, first).locator(".when"), stop(page, second));
    await expect(column(page, days[day] ?? "").first()).toContainText(first?.title ?? "");
    await kept(page);
  }
  await page.reload();
  for (const day of [0, 1, 2, 3]) {
    await expect(column(page, days[day] ?? "").locator("h3 a")).toHaveText(
      planOf(day).map(({ title }) => title),
    );
  }
  for (const item of plan) await retime(page, item);
  await publish(page, pointer, slug);
  await showsTheTrip(page, slug);
});

async function anOrganiser() {
  return aPerson({ role: "organiser", organisationId: await anOrganisation() });
}

/** The facts of the source through the form; answers the address. */
async function create(page: Page, hand: Hand): Promise<string> {
  await hand.press(page.getByRole("link", { name: words.list.create }));
  await hand.write(page.locator('[name="title.lv"]'), latvianQuotes(openLeadership.title_lv));
  await hand.write(page.locator('[name="aim.lv"]'), openLeadership.aim_lv);
  await hand.press(page.locator('[name="topics"][value="management"]'));
  for (const [row, date] of days.entries()) {
    await hand.write(page.locator('[name="dates"]').nth(row), date);
  }
  for (const [row, name] of ["Daugavpils", "Jelgava", "Liepāja"].entries()) {
    await hand.choose(page.locator('[name="places"]').nth(row), placeLabel(name));
  }
  const yesterday = addDays(dateInRiga(new Date()), -1);
  await hand.write(page.locator("#registrationOpensAt"), `${yesterday}T09:00`);
  await hand.write(page.locator("#registrationDeadline"), deadline);
  await hand.write(page.locator("#capacity"), "30");
  await hand.press(page.getByRole("button", { name: words.new.submit }));
  await page.waitForURL(/\/organise\/trips\/[^/]+\?done=created/);
  const { pathname } = new URL(page.url());
  await page.goto(`${pathname}/itinerary`);
  return pathname.split("/").at(-1) as string;
}

/** Writes an item through its form, from the draft's page. */
async function write(page: Page, hand: Hand, item: Planned, day: number): Promise<void> {
  const section = page.locator(`#day-${days[day]}`);
  await hand.press(section.getByRole("link", { name: words.builder.add }));
  if (item.kind !== "visit") await hand.choose(page.locator("#kind"), item.kind);
  await hand.write(page.locator('[name="title.lv"]'), item.title);
  await hand.write(page.locator("#starts"), item.starts);
  await hand.write(page.locator("#ends"), item.ends);
  if (item.host) await hand.choose(page.locator("#hostId"), item.host);
  for (const { name } of item.speakers) {
    await hand.press(page.getByRole("checkbox", { name: new RegExp(`^${name},`) }));
  }
  await hand.choose(page.locator("#placeId"), placeLabel(item.place));
  await hand.press(page.getByRole("button", { name: words.item.save }));
  await expect(section).toContainText(item.title);
}

const stop = (page: Page, item: Planned | undefined) =>
  page.locator(".builder .line > li").filter({
    has: page.getByRole("link", { name: item?.title ?? "", exact: true }),
  });

/** Dragged to another day an item begins where the one before it ends: the clock is set in place. */
async function retime(page: Page, item: Planned): Promise<void> {
  const card = stop(page, item);
  await card.getByRole("button", { name: words.builder.edit }).click();
  const editor = page.locator(".item-editor");
  await editor.locator('[name="starts"]').fill(item.starts);
  await editor.locator('[name="ends"]').fill(item.ends);
  await editor.getByRole("button", { name: words.builder.save }).click();
  await expect(editor).toHaveCount(0);
  await kept(page);
}

/** Publishes the itinerary and the trip itself. */
async function publish(page: Page, hand: Hand, slug: string): Promise<void> {
  await hand.write(page.locator("#note"), "Pirmā versija");
  await hand.press(page.getByRole("button", { name: "Publicēt 1. versiju" }));
  await expect(page.locator(".notice")).toHaveText(words.itinerary.done.version);
  await page.goto(`/organise/trips/${slug}`);
  await hand.press(page.getByRole("button", { name: words.overview.publish }));
  await expect(page.getByRole("link", { name: words.overview.public })).toBeVisible();
}

/** The published page says what the source says: each day its stops, and nothing besides. */
async function showsTheTrip(page: Page, slug: string): Promise<void> {
  await page.goto(`/trips/${slug}/itinerary`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(openLeadership.title_lv);
  const lines = page.locator(".day-line");
  await expect(lines).toHaveCount(4);
  for (const [day, date] of days.entries()) {
    const line = lines.nth(day);
    await expect(line.locator("h2")).toContainText(`${Number(date.slice(-2))}.`);
    const said = await line.locator(".line > li").evaluateAll((stops) =>
      stops.map((stop) => {
        const [when, heading] = [stop.querySelector(".when"), stop.querySelector("h3")];
        const about = stop.className === "visit" ? stop.querySelector(".what p") : null;
        const title = heading?.lastChild?.textContent ?? "";
        return `${when?.textContent} ${title}${about ? `: ${about.textContent}` : ""}`;
      }),
    );
    expect(said).toEqual(published(day));
  }
}
