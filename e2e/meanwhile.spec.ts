import { expect, type Page, test } from "@playwright/test";
import { planBeds } from "#domain/lodging/commands.ts";
import { saveWording } from "#domain/wording/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { aGuest, aHost, aLodging, aMunicipality, aProject, guarantee, mend } from "./colleague.ts";
import { enter } from "./people.ts";

// A form is open while somebody else changes what it is about.

const words = lv.organise;
const today = dateInRiga(new Date());

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a host that somebody else mended meanwhile keeps what was typed, and says what is wrong", async ({
    page,
    context,
  }) => {
    const { organiser, hostId } = await aHost();
    await enter(context, organiser.userId);
    await page.goto(`/organise/hosts/${hostId}`);
    await mend(organiser, hostId, { name: `Otra ${hostId}` });
    await page.locator("#name").fill(`Mana ${hostId}`);
    await page.locator("#nameEn").fill("Mine");
    await page.locator("#groupLimit").fill("daudz");
    await submit(page, words.hosts.saveChanges);
    await expect(page.locator("#change .summary a")).toHaveAttribute("href", "#groupLimit");
    await expect(page.locator("#name")).toHaveValue(`Mana ${hostId}`);
    await expect(page.locator("#nameEn")).toHaveValue("Mine");
    await expect(page.locator("#groupLimit")).toHaveValue("daudz");
  });

  test("words of a paper that a colleague wrote meanwhile do not replace those that were typed", async ({
    page,
    context,
  }) => {
    const { organiser, tripId, slug, organisationId } = await anOpenTrip();
    await enter(context, organiser.userId);
    await page.goto(`/organise/trips/${slug}/papers/wordings/invitation`);
    const other = { organisationId, tripId, paper: "invitation" as const, lv: "Cita vēstule." };
    expect((await saveWording(organiser, { ...other, en: "", lt: "" }, new Date())).ok).toBe(true);
    const typed = "Lūdzam piedalīties.\n\nLauks {nezinams}.";
    await page.locator('[name="text.lv"]').fill(typed);
    await page.locator('[name="everywhere"]').check();
    await submit(page, lv.papers.wording.save);
    await expect(page.locator(".summary a")).toContainText("{nezinams}");
    await expect(page.locator('[name="text.lv"]')).toHaveValue(typed);
    await expect(page.locator('[name="everywhere"]')).toBeChecked();
  });

  test("a municipality that a colleague gave seats meanwhile stands beside one's own numbers", async ({
    page,
    context,
  }) => {
    const trip = await anOpenTrip({ capacity: 10 });
    const [first, second] = await Promise.all(["Aa", "Bb"].map((name) => aMunicipality(name)));
    const [mine, theirs] = [second as string, first as string];
    await guarantee(trip, [[mine, 2]]);
    await enter(context, trip.organiser.userId);
    await page.goto(`/organise/trips/${trip.slug}/seats`);
    await page.locator(`[id="quota.${mine}"]`).fill("8");
    await page.locator("#releaseAt").fill(`${addDays(today, 5)}T12:00`);
    await guarantee(trip, [
      [theirs, 3],
      [mine, 2],
    ]);
    await page.locator("#capacity").fill("nav");
    await submit(page, words.seats.save);
    await expect(page.locator('.summary a[href="#capacity"]')).toBeVisible();
    await expect(page.locator("#capacity")).toHaveValue("nav");
    await expect(page.locator("#releaseAt")).toHaveValue(`${addDays(today, 5)}T12:00`);
    await expect(page.locator(`[id="quota.${mine}"]`)).toHaveValue("8");
    await expect(page.locator(`[id="quota.${theirs}"]`)).toHaveValue("3");
    await page.locator("#capacity").fill("12");
    await submit(page, words.seats.save);
    await page.goto(`/organise/trips/${trip.slug}/seats`);
    await expect(page.locator(`[id="quota.${mine}"]`)).toHaveValue("8");
    await expect(page.locator(`[id="quota.${theirs}"]`)).toHaveValue("3");
  });

  test("a room that a colleague filled meanwhile stays as it is, also after one's own was mended", async ({
    page,
    context,
  }) => {
    const trip = await anOpenTrip();
    const [anna, ilze, maija] = [await aGuest(trip), await aGuest(trip), await aGuest(trip)];
    const { lodgingId, rooms } = await aLodging(trip);
    const [mine, theirs] = rooms as [string, string];
    await enter(context, trip.organiser.userId);
    await page.goto(`/organise/trips/${trip.slug}/rooms`);
    const plan = { tripId: trip.tripId, lodgingId };
    const filled = [{ roomId: theirs, registrationIds: [maija] }];
    expect((await planBeds(trip.organiser, { ...plan, rooms: filled }, new Date())).ok).toBe(true);
    const beds = page.locator(`select[name="room.${mine}"]`);
    await beds.nth(0).selectOption(anna);
    await beds.nth(1).selectOption(anna);
    await submit(page, words.rooms.saveBeds);
    await expect(page.locator(`[id="room.${mine}-error"]`)).toBeVisible();
    await expect(beds.nth(0)).toHaveValue(anna);
    await expect(beds.nth(1)).toHaveValue(anna);
    await beds.nth(1).selectOption(ilze);
    await submit(page, words.rooms.saveBeds);
    await expect(page.locator(".notice")).toBeVisible();
    await expect(beds.nth(1)).toHaveValue(ilze);
    await expect(page.locator(`select[name="room.${theirs}"]`).first()).toHaveValue(maija);
  });
});

test("after it is saved on the same page, a form begins with what is on record", async ({
  page,
  context,
}) => {
  const { organiser, hostId } = await aHost();
  await enter(context, organiser.userId);
  await page.goto(`/organise/hosts/${hostId}`);
  for (const time of ["Pirmā", "Otrā"]) {
    await page.locator("#name").fill(`  ${time} ${hostId} `);
    await page.locator("#calledUntil").fill(addDays(today, time === "Pirmā" ? 20 : 30));
    await page.locator("#groupLimit").fill("daudz");
    await submit(page, words.hosts.saveChanges);
    await expect(page.locator("#change .summary")).toBeVisible();
    await expect(page.locator("#name")).toHaveValue(`  ${time} ${hostId} `);
    await page.locator("#groupLimit").fill(" 12");
    await submit(page, words.hosts.saveChanges);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${time} ${hostId}`);
    await expect(page.locator("#name")).toHaveValue(`${time} ${hostId}`);
    await expect(page.locator("#calledUntil")).toHaveValue("");
    await expect(page.locator("#groupLimit")).toHaveValue("12");
    await expect(page.locator("#change .summary")).toHaveCount(0);
  }
});

test("a page that is read anew shows what others changed, where nobody was typing", async ({
  page,
  context,
}) => {
  const { organiser, organisationId } = await anOpenTrip();
  const change = await aProject(organiser, organisationId);
  const projectId = await change({ shortName: "Pirmais", period: "2021-2027" });
  await enter(context, organiser.userId);
  await page.goto(`/organise/projects/${projectId}`);
  const [shortName, early] = [
    page.locator("#shortName"),
    page.locator('[name="period"][value="2014-2020"]'),
  ];
  const readAnew = async (title: string) => {
    await page.evaluate(() => (window as never as Routed).next.router.refresh());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Projekts ${title}`);
  };
  await expect(shortName).toHaveValue("Pirmais");
  await shortName.focus();
  await change({ shortName: "Otrais", period: "2014-2020" });
  await readAnew("Otrais");
  await expect(shortName).toHaveValue("Otrais");
  await expect(early).toBeChecked();
  await expect(shortName).toBeFocused();

  await shortName.fill("Rakstu");
  await change({ shortName: "Trešais", period: "2021-2027" });
  await readAnew("Trešais");
  await expect(shortName).toHaveValue("Rakstu");
  await expect(early).toBeChecked();

  await page.locator('[name="programme.lv"]').fill("");
  await submit(page, words.projects.save);
  await expect(page.locator("#form .summary")).toBeVisible();
  await change({ shortName: "Ceturtais", period: "2021-2027" });
  await readAnew("Ceturtais");
  await expect(shortName).toHaveValue("Rakstu");
  await expect(page.locator("#form .summary")).toBeVisible();
});

/** What the framework lets a page do. */
type Routed = { next: { router: { refresh: () => void } } };

const submit = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();
