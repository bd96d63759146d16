import { expect, type Page, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { tripDay, tripSeat } from "#db/schema/trip.ts";
import { walkIn } from "#db/schema/walk-in.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { expectNoComplaints } from "./axe.ts";
import { enter } from "./people.ts";
import { closeInForest, cut, mend, openedRoll, unsent } from "./phone.ts";
import { inEveryWay } from "./ways.ts";

const { walkIn: words, attendance, rollCall } = lv;

async function aTripOfTwoDays() {
  const now = new Date();
  const dates = [1, 2].map((days) => addDays(dateInRiga(now), days));
  const trip = await anOpenTrip({ dates, registrationDeadline: new Date(now.getTime() + 60_000) });
  const { tripId, organisationId } = trip;
  await aRegistration({
    tripId,
    organisationId,
    familyName: "Zīle",
    confirmedAt: now,
    noPhotos: true,
  });
  return { ...trip, dates };
}

test("a leader writes somebody down in the forest, closes the phone, and comes back", async ({
  context,
  browser,
}) => {
  const { tripId, slug, organisationId, organiser, dates } = await aTripOfTwoDays();
  const crew = await aPerson({ role: "crew", organisationId });
  const path = `/organise/trips/${slug}/roll-call`;
  const page = await openedRoll(context, crew.userId, path);
  await expect(page.locator(".roll > li").first()).toContainText(attendance.noPhotos);
  const second = await browser.newContext();
  const other = await openedRoll(second, organiser.userId, path);

  await cut(context);
  await page.getByText(words.add, { exact: true }).click();
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await expect(page.getByText(words.problem.fromMissing)).toBeVisible();
  await write(page, { givenName: "Jānis", familyName: "Kalns", institution: "dobeles novads" });
  await expect(page.locator(".walk-ins > li")).toContainText(["Kalns, Jānis"]);
  await write(page, { givenName: "Rita", familyName: "Osa", institution: "Osu skola" });
  await expect(page.locator(".walk-ins > li")).toHaveCount(2);
  await expect(page.locator(".walk-ins > li").first()).toContainText("Dobeles novads");
  await expect(page.locator(".head-count")).toContainText(words.more.replace("{count}", "2"));
  await expect(unsent(page)).toHaveAttribute("data-unsent", "2");
  await closeInForest(page);

  // A cold start without the network.
  const again = await context.newPage();
  await again.goto(path);
  await expect(again.locator(".walk-ins > li")).toHaveCount(2);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "2");
  // An error: whoever was written down is on the list.
  const osa = again.locator(".walk-ins > li").filter({ hasText: "Osa" });
  await osa.getByText(words.remove, { exact: true }).first().click();
  await osa.getByLabel(words.reason).fill("Ir sarakstā.");
  await osa.getByRole("button", { name: words.remove, exact: true }).click();
  await expect(again.locator(".walk-ins > li")).toHaveCount(1);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "3");
  const kept = () => database().$count(walkIn, eq(walkIn.recordedBy, crew.userId));
  expect(await kept()).toBe(0);

  const seats = () =>
    database().select({ taken: tripSeat.taken }).from(tripSeat).where(eq(tripSeat.tripId, tripId));
  const before = await seats();
  await mend(context);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "0");
  expect(await kept()).toBe(2);
  expect(await seats()).toEqual(before);

  // The second phone sees it, and the next day offers it by one tap.
  await other.reload();
  await expect(other.locator(".walk-ins > li")).toContainText(["Kalns, Jānis"]);
  await other.getByLabel(rollCall.day).selectOption(dates[1] ?? "");
  await expect(other.locator(".walk-ins > li")).toHaveCount(0);
  const name = words.again.replace("{name}", "Jānis Kalns");
  await other.getByRole("button", { name }).click();
  await expect(other.locator(".walk-ins > li")).toContainText(["Kalns, Jānis"]);
  await expect(other.getByRole("button", { name })).toHaveCount(0);
  await expect(unsent(other)).toHaveAttribute("data-unsent", "0");

  const desk = await second.newPage();
  for (const date of dates) {
    await desk.goto(`/organise/trips/${slug}/attendance/${date}`);
    await expect(desk.locator("#walk-ins")).toContainText("Kalns, Jānis");
    await expect(desk.locator("#walk-ins")).not.toContainText("Osa");
  }
  await desk.goto(`/organise/trips/${slug}/attendance/${dates[0]}/sheet`);
  await expect(desk.locator("main")).toContainText("Ir sarakstā.");
  await second.close();
});

test("a phone on which somebody else has signed in keeps its walk-ins for their maker", async ({
  context,
}) => {
  const { slug, organisationId, organiser } = await aTripOfTwoDays();
  const crew = await aPerson({ role: "crew", organisationId });
  const path = `/organise/trips/${slug}/roll-call`;
  const page = await openedRoll(context, crew.userId, path);
  await cut(context);
  await page.getByText(words.add, { exact: true }).click();
  await write(page, { givenName: "Jānis", familyName: "Kalns", institution: "Kalnu skola" });
  await enter(context, organiser.userId);
  const refused = page.waitForResponse((answer) => answer.url().endsWith("/roll-call/walk-ins"));
  await mend(context);
  expect((await refused).status()).toBe(409);
  await expect(unsent(page)).toHaveAttribute("data-unsent", "1");
  await enter(context, crew.userId);
  await page.reload();
  await expect(page.getByText(rollCall.allSent)).toBeVisible();
  expect(await database().$count(walkIn, eq(walkIn.recordedBy, crew.userId))).toBe(1);
});

test("a tap is enough, and a mark that corrects another may be given its reason", async ({
  context,
}) => {
  const { slug, organiser, dates } = await aTripOfTwoDays();
  const page = await openedRoll(context, organiser.userId, `/organise/trips/${slug}/roll-call`);
  const row = page.locator(".roll > li").first();
  const answer = (name: string) => row.getByRole("button", { name, exact: true }).click();
  await answer(attendance.present);
  await expect(row.locator(".mark")).toHaveText(attendance.present);
  await expect(row.locator("form.why")).toHaveCount(0);
  await answer(attendance.absent);
  await expect(row.locator(".mark")).toHaveText(attendance.absent);
  await expect(row.locator("form.why")).toBeVisible();
  await expect(unsent(page)).toHaveAttribute("data-unsent", "0");
  await page.getByText(words.add, { exact: true }).click();
  await expectNoComplaints(page, "the roll call with a reason and a walk-in to be written");
  await row.getByRole("textbox").fill("Bija māsa.");
  await row.getByRole("button", { name: rollCall.why.save }).click();
  await expect(row.locator("form.why")).toHaveCount(0);
  await expect(row).toContainText("Bija māsa.");
  await answer(attendance.present);
  await row.getByRole("button", { name: rollCall.why.leave }).click();
  await expect(row.locator("form.why")).toHaveCount(0);
  await expect(unsent(page)).toHaveAttribute("data-unsent", "0");
  await page.goto(`/organise/trips/${slug}/attendance/${dates[0]}/sheet`);
  await expect(page.locator("main")).toContainText("Bija māsa.");
});

inEveryWay((hand) => {
  test("on the page of the day somebody is written down, and removed with a reason", async ({
    page,
    context,
  }) => {
    const { slug, organiser, dates, tripId } = await aTripOfTwoDays();
    await enter(context, organiser.userId);
    await page.goto(`/organise/trips/${slug}/attendance/${dates[0]}`);
    const section = page.locator("#walk-ins");
    await hand.press(section.getByText(words.add, { exact: true }));
    await hand.write(section.locator("#givenName"), "Jānis");
    await hand.press(section.getByRole("button", { name: words.submit, exact: true }));
    await expect(section.locator("#givenName")).toHaveValue("Jānis");
    await expect(section.locator("#institution-error")).toBeVisible();
    await hand.write(section.locator("#familyName"), "Kalns");
    await hand.write(section.locator("#institution"), "Kalnu skola");
    await hand.press(section.getByRole("button", { name: words.submit, exact: true }));
    await expect(section).toContainText(words.done.added);
    await expect(section).toContainText("Kalns, Jānis");
    await hand.press(section.getByText(words.removeOf.replace("{name}", "Jānis Kalns")));
    await hand.write(section.getByLabel(words.reason), "Ir sarakstā.");
    await hand.press(section.getByRole("button", { name: words.remove, exact: true }));
    await expect(section).toContainText(words.done.removed);
    await expect(section).toContainText(words.none);
    const days = database()
      .select({ id: tripDay.id })
      .from(tripDay)
      .innerJoin(walkIn, eq(walkIn.tripDayId, tripDay.id))
      .where(eq(tripDay.tripId, tripId));
    expect(await days).toHaveLength(1);
  });
});

async function write(page: Page, person: Record<string, string>): Promise<void> {
  for (const [name, typed] of Object.entries(person)) await page.locator(`#${name}`).fill(typed);
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await expect(page.locator("#givenName")).toHaveValue("");
}
