import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { quota } from "#db/schema/trip.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { aTripOn } from "#scripts/checks/trip-on.ts";
import { expectNoComplaints } from "./axe.ts";
import { enter } from "./people.ts";

const today = dateInRiga(new Date());

/** Anna and Jānis of a municipality had seats on a trip of two days; Jānis never came, and both wait for the next trip. */
async function twoTrips() {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const municipality = await anOrganisation("municipality");
  const name = `Ludzas novads ${municipality.slice(0, 4)}`;
  await database().update(organisation).set({ name }).where(eq(organisation.id, municipality));
  const [anna, janis] = [await aPerson(), await aPerson()];
  const past = await aTripOn(organiser, addDays(today, -30), 2, [
    { person: anna, from: municipality, familyName: "Āboliņa", present: [true, true] },
    { person: janis, from: municipality, familyName: "Zīle", present: [false, false] },
  ]);
  await past.lock();
  const coming = await aTripOn(organiser, addDays(today, 30), 1);
  const { tripId } = coming;
  await database().insert(quota).values({ tripId, organisationId: municipality, guaranteed: 2 });
  const waits = (userId: string, email: string, familyName: string) =>
    aRegistration({ tripId, organisationId: municipality, userId, email, familyName });
  await waits(anna.userId, anna.email, "Āboliņa");
  const waiting = await waits(janis.userId, janis.email, "Zīle");
  return { organiser, municipality, name, past, coming, waiting };
}

test("an organiser who shares out seats sees what earlier trips came to, by municipality and person", async ({
  page,
  context,
}) => {
  const { organiser, name, coming, waiting } = await twoTrips();
  await enter(context, organiser.userId);
  await page.goto(`/organise/trips/${coming.slug}/seats`);
  const line = page.locator("table.list:not(.quotas) tbody tr").filter({ hasText: name });
  await expect(line.locator("td")).toHaveText([name, "1", "2", "2 no 4", "1"]);
  await expectNoComplaints(page, "the seats of a coming trip");

  await page.goto(`/organise/trips/${coming.slug}/registrations`);
  await expect(page.locator(".past")).toHaveText([
    "Iepriekš: 1 brauciens, apmeklētas 2 no 2 dienām",
    "Iepriekš: 1 brauciens, apmeklētas 0 no 2 dienām, neierašanās: 1",
  ]);
  await expectNoComplaints(page, "those who wait, with earlier trips");
  await page.goto(`/organise/trips/${coming.slug}/registrations/${waiting}`);
  await expect(page.locator(".past")).toHaveText([
    "Iepriekš: 1 brauciens, apmeklētas 0 no 2 dienām, neierašanās: 1",
    `${name}: 1 brauciens, 2 vietas, apmeklētas 2 no 4 dienām, neierašanās: 1`,
  ]);
  const bulk = "registrations/bulk?kind=confirm&who=all";
  await page.goto(`/organise/trips/${coming.slug}/${bulk}`);
  await expect(page.locator(".past")).toHaveText([
    "Iepriekš: 1 brauciens, apmeklētas 2 no 2 dienām",
    `${name}: 1 brauciens, 2 vietas, apmeklētas 2 no 4 dienām, neierašanās: 1`,
    "Iepriekš: 1 brauciens, apmeklētas 0 no 2 dienām, neierašanās: 1",
  ]);
  await expectNoComplaints(page, "seats for several at once, with earlier trips");
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 640 });
    for (const path of ["seats", "registrations", `registrations/${waiting}`, bulk]) {
      await page.goto(`/organise/trips/${coming.slug}/${path}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
  }
});

test("who had a seat and never came is told to the organiser and to the municipality", async ({
  page,
  context,
  browser,
}) => {
  const { organiser, municipality, past } = await twoTrips();
  await enter(context, organiser.userId);
  await page.goto(`/organise/trips/${past.slug}/attendance`);
  const told = page.locator("section").filter({ hasText: lv.attendance.noShowsHint });
  await expect(told.locator("li")).toHaveText([/^Anna Zīle, /]);
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const theirs = await browser.newContext();
  await enter(theirs, coordinator.userId);
  const own = await theirs.newPage();
  await own.goto("/municipality");
  await expect(own.locator("li li").filter({ hasText: "Zīle" })).toContainText(
    lv.municipality.past.noShow,
  );
  await expect(own.locator("li li").filter({ hasText: "Āboliņa" })).not.toContainText(
    lv.municipality.past.noShow,
  );
});
