import { expect, type Locator, type Page } from "@playwright/test";
import { addItem } from "#domain/agenda/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import { enter } from "./people.ts";

// What journeys about a draft itinerary stand on.

export const day = addDays(dateInRiga(new Date()), 40);
export const nextDay = addDays(day, 1);

/** A draft of two days: a journey, a visit and lunch on the first; a talk on the second. */
export async function aDraft() {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() }, { dates: [day, nextDay] });
  const { tripId, slug } = await aTrip(organiser, {
    ...facts,
    registrationDeadline: new Date(Date.now() + 20 * 86_400_000),
  });
  const add = async (date: string, title: string, starts: string, ends: string) => {
    const empty = { note: null, hostId: null, placeId: null, speakerIds: [] };
    const kind = title === "Ceļš" ? ("travel" as const) : ("visit" as const);
    const item = { tripId, date, kind, starts, ends, title: { lv: title }, ...empty };
    const added = await addItem(organiser, item, new Date());
    if (!added.ok) throw new Error(added.reason);
    return added.itemId;
  };
  const ids = {
    travel: await add(day, "Ceļš", "08:00", "09:00"),
    visit: await add(day, "Vizīte", "09:15", "10:15"),
    lunch: await add(day, "Pusdienas", "12:00", "13:00"),
    talk: await add(nextDay, "Saruna", "10:00", "11:00"),
  };
  return {
    organisationId,
    organiser,
    tripId,
    slug,
    ids,
    path: `/organise/trips/${slug}/itinerary`,
  };
}

/** The same, open before its organiser. */
export async function openDraft(page: Page) {
  const draft = await aDraft();
  await enter(page.context(), draft.organiser.userId);
  await page.goto(draft.path);
  return draft;
}

/** The items of a day. */
export const column = (page: Page, date: string) => page.locator(`#day-${date} .line > li`);

/** What a day says, item by item: times and title. */
export async function line(page: Page, date: string): Promise<string[]> {
  // In one look: an item that goes while another is read would be waited for.
  return column(page, date).evaluateAll((items) =>
    items.map((item) => {
      const [when, title] = [".when", "h3 a"].map((part) => item.querySelector(part)?.textContent);
      return `${when} ${title}`;
    }),
  );
}

/** What takes an item up. */
export const handle = (page: Page, id: string) => page.locator(`#move-${id}`);

/** Waits until the last deed has reached the server: before, the page only shows what it expects. */
export const kept = (page: Page) =>
  expect(page.locator(".builder")).toHaveAttribute("aria-busy", "false");

/** Drags with the mouse, from one thing to the upper part of another. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("There is nothing to drag");
  await page.mouse.move(start.x + 5, start.y + 5);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 12, { steps: 3 });
  await page.mouse.move(end.x + 40, end.y + 6, { steps: 10 });
  await page.mouse.up();
}

/** One of the further actions of an item. */
export async function act(page: Page, id: string, name: string) {
  const item = page.locator(`[id="${id}"]`);
  await item.getByText(lv.organise.builder.actions).click();
  await item.getByRole("button", { name }).click();
}

type Point = { x: number; y: number };

/** A finger that is laid on something and drags; a real one to the browser, not a script's event. */
export async function finger(page: Page, on: Locator) {
  const devtools = await page.context().newCDPSession(page);
  const box = await on.boundingBox();
  if (!box) throw new Error("There is nothing to touch");
  let at: Point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const touch = (type: "touchStart" | "touchMove", points: Point[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [at]);
  return {
    /** In steps, as a hand moves. */
    async to({ x, y }: Point): Promise<void> {
      const from = at;
      for (let step = 1; step <= 10; step++) {
        at = { x: from.x + ((x - from.x) * step) / 10, y: from.y + ((y - from.y) * step) / 10 };
        await touch("touchMove", [at]);
      }
    },
    lift: () => devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }),
    /** What a call that comes in, or a gesture of the system, does to a touch. */
    cancel: () =>
      devtools.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] }),
  };
}
