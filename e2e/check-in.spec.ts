import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { selfCheckIn } from "#db/schema/badge.ts";
import { tripDay } from "#db/schema/trip.ts";
import { codeAt } from "#domain/check-in/rules.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { expectNoComplaints } from "./axe.ts";
import { enter, enterAs, newAddress } from "./people.ts";

const { checkIn } = lv;

/** A trip that runs today, with one person on it. */
async function today() {
  const now = new Date();
  const date = dateInRiga(now);
  const made = await anOpenTrip({
    dates: [addDays(date, 1)],
    registrationDeadline: new Date(now.getTime() + 60_000),
  });
  // It was published before its day came.
  await database().update(tripDay).set({ date }).where(eq(tripDay.tripId, made.tripId));
  const anna = await aPerson();
  const registrationId = await aRegistration({
    tripId: made.tripId,
    organisationId: made.organisationId,
    userId: anna.userId,
    confirmedAt: now,
  });
  return { ...made, date, anna, registrationId };
}

/** The address that the code on a screen holds at this moment, as a phone's camera reads it. */
async function addressOn(tripId: string, slug: string, date: string, secondsAgo = 0) {
  const [own] = await database()
    .select({ key: selfCheckIn.key })
    .from(selfCheckIn)
    .where(eq(selfCheckIn.tripId, tripId));
  const at = new Date(Date.now() - secondsAgo * 1_000);
  const place = { date, agendaItemId: null, pickupId: null };
  return `/trips/${slug}/check-in/${codeAt(own?.key ?? "", tripId, place, at)}`;
}

async function switchOn(page: Page, slug: string) {
  await page.goto(`/organise/trips/${slug}/facts`);
  await page.getByRole("button", { name: checkIn.switch.on }).click();
  await expect(page.getByText(checkIn.switch.isOn)).toBeVisible();
}

const confirm = (page: Page) => page.getByRole("button", { name: checkIn.own.confirm });

const marksOf = (registrationId: string) =>
  database().$count(attendance, eq(attendance.registrationId, registrationId));

test("a leader shows the code, a participant confirms, and screen, list and board show it", async ({
  page,
  context,
  browser,
}) => {
  const { tripId, slug, date, organiser, anna, registrationId } = await today();
  await enter(context, organiser.userId);
  await switchOn(page, slug);
  await page.goto(`/organise/trips/${slug}/attendance/${date}`);
  await page.getByRole("link", { name: checkIn.open }).click();
  const code = page.getByRole("img", { name: checkIn.picture });
  await expect(code).toBeVisible();
  await expect(page.locator(".check-in .count")).toHaveText("Klāt 0 no 1");
  await expectNoComplaints(page, "the screen with the code");

  const phone = await browser.newContext();
  await enter(phone, anna.userId);
  const own = await phone.newPage();
  await own.goto(await addressOn(tripId, slug, date));
  await expectNoComplaints(own, "the page to confirm on");
  expect(await marksOf(registrationId)).toBe(0);
  await own.goto(await addressOn(tripId, slug, date));
  await confirm(own).click();
  await expect(own.getByText(checkIn.own.done)).toBeVisible();
  await expect(confirm(own)).toHaveCount(0);
  expect(await marksOf(registrationId)).toBe(1);

  await expect(page.locator(".check-in .count")).toHaveText("Klāt 1 no 1");
  await page.getByRole("link", { name: checkIn.back }).click();
  await expect(page.locator(".roll > li")).toContainText(checkIn.byAttendee);
  await page.goto(`/organise/trips/${slug}/board`);
  await expect(page.locator(".board-missing").first()).toContainText(
    "Ar dalībnieka atzīmi piedalās: 1.",
  );
  await page.locator("td summary").first().click();
  await expect(page.locator("td details").first()).toHaveText(
    /Ar dalībnieka atzīmi: Anna Bērziņa$/,
  );
  await page.goto(`/organise/trips/${slug}/registrations/${registrationId}`);
  await expect(page.getByText(checkIn.byAttendee)).toBeVisible();
  await page.goto(`/organise/trips/${slug}/roll-call`);
  await expect(page.getByRole("link", { name: checkIn.open })).toBeVisible();
  await expect(page.locator(".roll > li")).toContainText(checkIn.byAttendee);
  await phone.close();
});

test("the screen says that it is offline, and shows no code that is worth nothing", async ({
  page,
  context,
}) => {
  const { slug, date, organiser } = await today();
  await enter(context, organiser.userId);
  await switchOn(page, slug);
  await page.clock.install();
  await page.goto(`/organise/trips/${slug}/check-in/${date}`);
  const code = page.getByRole("img", { name: checkIn.picture });
  await expect(code).toBeVisible();
  await context.setOffline(true);
  await page.clock.runFor(5_000);
  await expect(page.getByText(checkIn.offline)).toBeVisible();
  await page.clock.runFor(60_000);
  await expect(code).toHaveCount(0);
  await context.setOffline(false);
  await page.clock.runFor(5_000);
  await expect(code).toBeVisible();
  await expect(page.getByText(checkIn.offline)).toHaveCount(0);
});

test("on paper, where a code would be worth nothing, its screen says so instead", async ({
  page,
  context,
}) => {
  const { slug, date, organiser } = await today();
  await enter(context, organiser.userId);
  await switchOn(page, slug);
  await page.goto(`/organise/trips/${slug}/check-in/${date}`);
  await expect(page.getByText(checkIn.onPaper)).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(checkIn.onPaper)).toBeVisible();
  await expect(page.getByRole("img", { name: checkIn.picture })).toBeHidden();
});

test("an old code says to scan again; whoever is not signed in comes back to it", async ({
  page,
  context,
}) => {
  const { tripId, slug, date, organiser, anna, registrationId } = await today();
  await enter(context, organiser.userId);
  await switchOn(page, slug);
  await context.clearCookies();
  await page.goto(await addressOn(tripId, slug, date));
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Ftrips%2F/);
  await enter(context, anna.userId);
  await page.goto(new URL(page.url()).searchParams.get("returnTo") ?? "");
  await expect(confirm(page)).toBeVisible();
  await page.goto(await addressOn(tripId, slug, date, 61));
  await expect(page.getByText(checkIn.own.expired)).toBeVisible();
  await expect(confirm(page)).toHaveCount(0);
  expect(await marksOf(registrationId)).toBe(0);
});

test("a stranger finds nothing, and a leader of nothing sees no screen", async ({
  page,
  context,
}) => {
  const { tripId, slug, date, organiser } = await today();
  await enter(context, organiser.userId);
  await switchOn(page, slug);
  const address = await addressOn(tripId, slug, date);
  await enterAs(context, newAddress());
  expect((await page.goto(address))?.status()).toBe(404);
  expect([400, 404]).toContain(await statusOf(context, `/trips/${slug}/check-in/%25E0`));
  expect(await statusOf(context, `/organise/trips/${slug}/check-in/${date}`)).toBe(404);
  expect(await statusOf(context, `/organise/trips/${slug}/check-in/${date}/code`)).toBe(404);
  await enter(context, organiser.userId);
  await database().execute(sql`delete from self_check_in where trip_id = ${tripId}`);
  await page.goto(`/organise/trips/${slug}/check-in/${date}`);
  await expect(page.getByText(checkIn.notShown.off)).toBeVisible();
  await expect(page.getByRole("heading")).toHaveText([checkIn.title]);
});

const statusOf = async (context: BrowserContext, address: string) =>
  (await context.request.get(address, { maxRedirects: 0 })).status();
