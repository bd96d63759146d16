import { type Browser, expect, type Page, test } from "@playwright/test";
import { addItem } from "#domain/agenda/commands.ts";
import { register } from "#domain/registration/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson, aPlace } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { aDraft, day } from "./drafts.ts";
import { enter } from "./people.ts";

// What cannot be is refused with a sentence at its field that says what to do; what was typed stays.

const words = lv.organise;
const today = dateInRiga(new Date());

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a trip whose days are out of order, or whose deadline is after its departure", async ({
      page,
      context,
    }) => {
      const organisationId = await anOrganisation();
      const placeId = await aPlace();
      await enter(context, (await aPerson({ role: "organiser", organisationId })).userId);
      await page.goto("/organise/trips/new");
      await page.locator('[name="title.lv"]').fill("Jelgavas pieredze");
      await page.locator('[name="aim.lv"]').fill("Uzzināt, kā strādā Jelgavā.");
      await page.locator('[name="topics"][value="culture"]').check();
      const dates = page.locator('[name="dates"]');
      await dates.nth(0).fill(addDays(today, 41));
      await dates.nth(1).fill(addDays(today, 40));
      await page.locator('[name="places"]').first().selectOption(placeId);
      await page.locator('[name="placeKinds"]').first().selectOption("visit");
      await page.locator("#registrationDeadline").fill(`${addDays(today, 20)}T17:00`);
      await page.locator("#capacity").fill("20");
      await submit(page, words.new.submit);
      await mended(page, "dates", words.problem.daysOutOfOrder);
      await expect(dates.nth(0)).toHaveValue(addDays(today, 41));
      await expect(dates.nth(1)).toHaveValue(addDays(today, 40));
      await dates.nth(1).fill(addDays(today, 42));
      await page.locator("#registrationDeadline").fill(`${addDays(today, 41)}T09:00`);
      await submit(page, words.new.submit);
      await mended(page, "registrationDeadline", words.problem.deadlineAfterFirstDay);
      await expect(page.locator("#registrationDeadline")).toHaveValue(
        `${addDays(today, 41)}T09:00`,
      );
      await expect(page.locator('[name="title.lv"]')).toHaveValue("Jelgavas pieredze");
      await expect(page.locator('[name="aim.lv"]')).toHaveValue("Uzzināt, kā strādā Jelgavā.");
      await expect(page.locator('[name="topics"][value="culture"]')).toBeChecked();
      await expect(page.locator('[name="places"]').first()).toHaveValue(placeId);
      await expect(page.locator('[name="placeKinds"]').first()).toHaveValue("visit");
      await expect(page.locator("#capacity")).toHaveValue("20");
      await page.locator("#registrationDeadline").fill(`${addDays(today, 20)}T17:00`);
      await submit(page, words.new.submit);
      await page.waitForURL(/done=created/);
    });

    test("an item that ends before it starts", async ({ page, context }) => {
      const { organiser, path } = await aDraft();
      await enter(context, organiser.userId);
      await page.goto(`${path}/items/new?date=${day}`);
      await page.locator('[name="title.lv"]').fill("Koncerts");
      await page.locator("#starts").fill("18:00");
      await page.locator("#ends").fill("17:00");
      await page.locator("#venue").fill("Mazā zāle");
      await submit(page, words.item.save);
      await mended(page, "ends", lv.itinerary.error.pastMidnight);
      await expect(page.locator("#starts")).toHaveValue("18:00");
      await expect(page.locator("#ends")).toHaveValue("17:00");
      await expect(page.locator('[name="title.lv"]')).toHaveValue("Koncerts");
      await expect(page.locator("#venue")).toHaveValue("Mazā zāle");
      await page.locator("#ends").fill("19:00");
      await submit(page, words.item.save);
      await expect(page.locator(`#day-${day}`)).toContainText("18.00–19.00");
    });

    test("minutes that are none, in the builder", async ({ page, context }) => {
      const { organiser, path, ids } = await aDraft();
      await enter(context, organiser.userId);
      await page.goto(path);
      const item = page.locator(`[id="${ids.travel}"]`);
      await item.getByText(words.builder.actions).click();
      await item.locator(`[name="minutes.${ids.travel}"]`).fill("pusstunda");
      await item.getByRole("button", { name: words.builder.shift }).click();
      await expect(page.locator(".problem")).toHaveText(lv.itinerary.error.minutes);
      await expect(page.locator(".problem a")).toHaveAttribute("href", `#minutes-${ids.travel}`);
      const minutes = item.getByRole("textbox");
      await expect(minutes).toHaveValue("pusstunda");
      await expect(minutes).toBeVisible();
      await expect(minutes).toHaveAccessibleDescription(lv.itinerary.error.minutes);
    });

    test("a warning that is accepted without a note, while another's is written", async ({
      page,
      context,
    }) => {
      const { organiser, path } = await aDraft();
      await enter(context, organiser.userId);
      await page.goto(path);
      const warnings = page.locator("details.warnings");
      await warnings.evaluate((fold) => fold.setAttribute("open", ""));
      const notes = warnings.locator('[name^="note."]');
      await notes.nth(0).fill("Autobuss brauks no domes");
      await warnings.locator(".acceptance button").nth(1).click();
      await expect(notes.nth(1)).toHaveAccessibleDescription(lv.itinerary.error.acceptanceNote);
      await expect(notes.nth(0)).toHaveValue("Autobuss brauks no domes");
      await notes.nth(1).fill("Naktsmītne ir turpat");
      await warnings.locator(".acceptance button").nth(1).click();
      await expect(warnings).toContainText("Naktsmītne ir turpat");
      await expect(notes.first()).toHaveValue("Autobuss brauks no domes");
      await expect(notes.first()).toBeVisible();
    });

    test("quotas over the capacity, and a capacity below the seats that are taken", async ({
      page,
      context,
    }) => {
      const trip = await anOpenTrip({ capacity: 3 });
      const municipality = await anOrganisation("municipality");
      for (const familyName of ["Āboliņa", "Zīle"])
        await registered(trip.slug, municipality, familyName);
      await enter(context, trip.organiser.userId);
      await page.goto(`/organise/trips/${trip.slug}/seats`);
      const [row, guaranteed] = [
        page.locator('select[name="organisations"]').first(),
        page.locator('input[name="guaranteed"]').last(),
      ];
      await page.locator("#releaseAt").fill(`${addDays(today, 5)}T12:00`);
      const other = await page.locator('select[name="organisations"]').last();
      const choice = await row.locator("option").nth(1).getAttribute("value");
      await other.selectOption(choice);
      await guaranteed.fill("7");
      await submit(page, words.seats.save);
      await expect(page.locator("#quotas > p.error").last()).toContainText(
        "Garantētas vietas kopā: 7, bet braucienā to ir 3. Samaziniet garantētās vai palieliniet vietu skaitu",
      );
      await expect(page.locator('input[name="guaranteed"][value="7"]')).toHaveCount(1);
      await expect(page.locator("#releaseAt")).toHaveValue(`${addDays(today, 5)}T12:00`);

      await page.goto(`/organise/trips/${trip.slug}/seats`);
      await page.locator("#capacity").fill("1");
      await submit(page, words.seats.save);
      await mended(
        page,
        "capacity",
        "Ar 1 vietām nepietiek: 2 jau ir aizņemtas un 0 garantētas, bet vēl brīvas. Ierakstiet vairāk vietu vai samaziniet garantētās",
      );
      await expect(page.locator("#capacity")).toHaveValue("1");
    });

    test("a host that an item of a trip still has", async ({ page, context }) => {
      const { organiser, tripId } = await aDraft();
      const hostId = await anOrganisation("host");
      const item = {
        ...{ tripId, date: day, kind: "visit" as const, starts: "15:00", ends: "16:00" },
        ...{ title: { lv: "Muzejs" }, note: null, hostId, placeId: null, speakerIds: [] },
      };
      expect((await addItem(organiser, item, new Date())).ok).toBe(true);
      await enter(context, organiser.userId);
      await page.goto(`/organise/hosts/${hostId}`);
      await page.getByText(words.hosts.remove, { exact: true }).click();
      await submit(page, words.hosts.removeNow);
      const said = page.getByRole("alert").filter({ hasText: "Izņemt nevar" });
      await expect(said).toContainText("Programmas punkts: Muzejs");
      await expect(said).toContainText("Vispirms izvēlieties tiem citu organizāciju");
      await expect(said).toBeVisible();
    });
  });
}

test("a new trip is sent by the form that was shown, however long somebody wrote", async ({
  browser,
}) => {
  // A form whose key depends on what it begins with, as on the minute, would be shown empty again.
  const keys = [await keyOfNewTrip(browser), await keyOfNewTrip(browser)];
  expect(keys[0]).toMatch(/^k/);
  expect(keys[1]).toBe(keys[0]);
});

/** By what the server knows the form of a new trip again, for an organiser whose form begins with its own values. */
async function keyOfNewTrip(browser: Browser): Promise<string | null> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const organisationId = await anOrganisation();
  await enter(context, (await aPerson({ role: "organiser", organisationId })).userId);
  const page = await context.newPage();
  await page.goto("/organise/trips/new");
  const key = await page.locator('input[name="$ACTION_KEY"]').first().getAttribute("value");
  await context.close();
  return key;
}

const submit = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

/** The sentence stands at the field, and the summary above leads to it. */
async function mended(page: Page, field: string, sentence: string): Promise<void> {
  await expect(page.locator(`.summary a[href="#${field}"]`)).toHaveText(sentence);
  const at = page.locator(`.field:has(#${field}), fieldset#${field}`);
  await expect(at.locator(".error")).toHaveText(sentence);
}

async function registered(slug: string, organisation: string, familyName: string): Promise<void> {
  const answers = { givenName: "Anna", familyName, phone: "20123456", organisation };
  const rest = { institution: "", position: "juriste", tripSlug: slug, locale: "lv" as const };
  const outcome = await register(await aPerson(), { ...answers, ...rest }, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
}
