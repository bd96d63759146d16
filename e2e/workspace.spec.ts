import { expect, type Page, test } from "@playwright/test";
import { register } from "#domain/registration/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { addDays } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { aDraft, day, line } from "./drafts.ts";
import { enter, enterAs, mailTo } from "./people.ts";

const words = lv.organise;
test("published twice, the second version says what changed, and the first can still be read and printed", async ({
  page,
  context,
  request,
}) => {
  const { organiser, tripId, slug, path, ids } = await aDraft();
  expect((await publishTrip(organiser, { tripId }, new Date())).ok).toBe(true);
  await enter(context, organiser.userId);
  await page.goto(path);
  await publish(page, "Pirmā versija", 1);
  const item = page.locator(`[id="${ids.travel}"]`);
  await item.getByText(words.builder.actions).click();
  await item.locator(`[name="minutes.${ids.travel}"]`).fill("30");
  await item.getByRole("button", { name: words.builder.shift }).click();
  await expect(page.locator("#publish .changes li")).toHaveText([
    "9.15 → 9.45 Vizīte",
    "12.00 → 12.30 Pusdienas",
  ]);
  await publish(page, "Sākam vēlāk", 2);
  await page.goto(`/trips/${slug}/itinerary/versions/2`);
  await expect(page.locator(".changes li")).toHaveText([
    "9.15 → 9.45 Vizīte",
    "12.00 → 12.30 Pusdienas",
  ]);
  await page.getByRole("link", { name: /^1\.\sversija/ }).click();
  await expect(page.locator(".notice")).toContainText("Šī ir agrāka versija");
  await expect(page.locator(".line").first()).toContainText("9.15–10.15");
  const pdf = await request.get(`/trips/${slug}/itinerary.pdf?version=1`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await request.get(`/trips/${slug}/itinerary.pdf?version=9`)).status()).toBe(404);
});

test("number and moment of the version stand on every page that shows or refers to an itinerary, on paper too", async ({
  page,
  context,
}) => {
  const { organiser, tripId, slug, path } = await aDraft();
  expect((await publishTrip(organiser, { tripId }, new Date())).ok).toBe(true);
  await enter(context, organiser.userId);
  await page.goto(path);
  await publish(page, "Pirmā versija", 1);
  const traveller = await registered(slug, "Āboliņa");
  const version = /1\.\sversija, \d{2}\.\d{2}\.\d{4}\. plkst\.\s\d{1,2}\.\d{2}/;
  await page.goto(`/organise/trips/${slug}`);
  await expect(page.locator(".steps")).toContainText(/1\.\sversija \([\d.]+ plkst\.\s[\d.]+\)/);
  await enterAs(context, traveller);
  for (const address of ["/me", `/trips/${slug}/registration`]) {
    await page.goto(address);
    await expect(page.locator("main")).toContainText(version);
  }
  await mailTo(page, traveller, version);
  for (const address of [`/trips/${slug}`, `/trips/${slug}/itinerary`]) {
    await page.goto(address);
    await expect(page.locator("main")).toContainText(version);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".sheet-foot")).toBeVisible();
    await expect(page.locator(".sheet-foot")).toHaveText(version);
    await page.emulateMedia({ media: "screen" });
    await expect(page.locator(".sheet-foot")).toBeHidden();
  }
});

async function publish(page: Page, note: string, number: number) {
  await page.locator("#note").fill(note);
  await page.getByRole("button", { name: `Publicēt ${number}. versiju` }).click();
  await expect(page.locator(".lead")).toContainText(new RegExp(`Publicēta ${number}\\.\\sversija`));
}

test("a trip is copied to next year with its days and items shifted", async ({ page, context }) => {
  const { organiser, slug } = await aDraft();
  await enter(context, organiser.userId);
  await page.goto(`/organise/trips/${slug}`);
  await page.getByRole("link", { name: words.overview.copy }).click();
  await page.getByRole("button", { name: words.copy.submit }).click();
  await expect(page.locator("#firstDay-error")).toHaveText(words.problem.firstDayMissing);
  const later = addDays(day, 364);
  await page.locator("#title").fill("Nākamā gada brauciens");
  await page.locator("#firstDay").fill(later);
  await page.getByRole("button", { name: words.copy.submit }).click();
  await expect(page.getByRole("status")).toHaveText(words.done.copied);
  await page.goto(`${new URL(page.url()).pathname}/itinerary`);
  expect(await line(page, later)).toEqual([
    "8.00–9.00 Ceļš",
    "9.15–10.15 Vizīte",
    "12.00–13.00 Pusdienas",
  ]);
  expect(await line(page, addDays(later, 1))).toEqual(["10.00–11.00 Saruna"]);
});

test("a cancelled trip says why, to everybody who holds or awaits a seat", async ({
  page,
  context,
}) => {
  const trip = await anOpenTrip({ capacity: 1 });
  const people = [await registered(trip.slug, "Āboliņa"), await registered(trip.slug, "Zīle")];
  await enter(context, trip.organiser.userId);
  await page.goto(`/organise/trips/${trip.slug}`);
  await page.getByRole("link", { name: words.overview.cancel }).click();
  await page.getByRole("button", { name: words.cancellation.submit }).click();
  await expect(page.getByRole("alert").first()).toContainText(words.problem.cancelReasonMissing);
  await page.locator('[name="reason.lv"]').fill("Vētra Kurzemē");
  await page.getByRole("button", { name: words.cancellation.submit }).click();
  await expect(page.locator(".notice")).toHaveText(words.done.cancelled);
  for (const address of people) await mailTo(page, address, /Vētra Kurzemē/);
  await page.goto(`/trips/${trip.slug}`);
  await expect(page.locator("main")).toContainText("Vētra Kurzemē");
});

/** Somebody who has registered; answers the address. */
async function registered(slug: string, familyName: string): Promise<string> {
  const actor = await aPerson();
  const organisation = await anOrganisation("municipality");
  const answers = { givenName: "Anna", familyName, phone: "20123456", organisation };
  const rest = { institution: "", position: "juriste", tripSlug: slug, locale: "lv" as const };
  const outcome = await register(actor, { ...answers, ...rest }, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return actor.email;
}
