import { expect, type Page, test } from "@playwright/test";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { actorOf } from "#domain/actor/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { register } from "#domain/registration/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { keyboard } from "./hand.ts";
import { enter, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.organise;

/** Registers somebody from a municipality; answers the address. */
async function registered(trip: OpenTrip, municipality: string, familyName: string) {
  const email = newAddress();
  const [made] = await database().insert(user).values({ email }).returning({ id: user.id });
  const actor = await actorOf((made as { id: string }).id);
  const known = await municipalitiesForSelect({ kind: "public" } as never, "lv");
  const organisation = known.find(({ name }) => name === municipality)?.id ?? "";
  if (!actor) throw new Error("Nobody was made");
  const answers = { givenName: "Anna", familyName, phone: "20123456", organisation };
  const rest = { institution: "", position: "juriste", tripSlug: trip.slug, locale: "lv" as const };
  const outcome = await register(actor, { ...answers, ...rest }, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return email;
}

const rows = (page: Page) => page.locator("table.people tbody tr");

inEveryWay((hand) => {
  test("an organiser narrows the list, shares the view, and withdraws two at once", async ({
    page,
    context,
  }) => {
    const trip = await anOpenTrip({ capacity: 3 });
    await registered(trip, "Līvānu novads", "Āboliņa");
    const second = await registered(trip, "Līvānu novads", "Bērza");
    await registered(trip, "Ludzas novads", "Celma");
    await registered(trip, "Ludzas novads", "Zīle");
    await enter(context, trip.organiser.userId);
    await page.goto(`/organise/trips/${trip.slug}/registrations`);
    await hand.write(page.locator("#search"), "livani");
    await hand.press(page.getByRole("button", { name: words.registrations.find }));
    await expect(rows(page)).toHaveCount(2);
    expect(new URL(page.url()).searchParams.get("search")).toBe("livani");
    for (const box of await page.locator('input[name="id"]').all()) await hand.press(box);
    await hand.choose(page.locator("#kind"), "withdraw");
    await hand.press(page.getByRole("button", { name: words.bulk.next }));
    await expect(page.locator(".lead")).toContainText("Atsauksim dalību 2 cilvēkiem");
    await hand.write(page.locator("#reason"), "Autobusā nav vietas.");
    await hand.press(page.getByRole("button", { name: "Atsaukt dalību 2 cilvēkiem" }));
    await page.waitForURL(/\/work\//);
    await expect(async () => {
      await page.reload();
      await expect(page.locator(".lead")).toHaveText("Paveikts: 2 no 2.", { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await mailTo(page, second, /Autobusā nav vietas/);
    await page.goto(
      `/organise/trips/${trip.slug}/registrations?state=confirmed&column=state&column=email`,
    );
    await expect(rows(page)).toHaveCount(2);
    await expect(page.locator("table.people thead th")).toHaveText([
      words.registrations.name,
      words.registrations.state,
      words.registrations.email,
    ]);
  });
});

test("what fails of a bulk work is listed with the person and the reason", async ({
  page,
  context,
}) => {
  const trip = await anOpenTrip({ capacity: 1 });
  for (const surname of ["Āboliņa", "Bērza", "Celma"])
    await registered(trip, "Ludzas novads", surname);
  await enter(context, trip.organiser.userId);
  await page.goto(`/organise/trips/${trip.slug}/registrations?state=waiting`);
  await page.locator("#who").selectOption("all");
  await page.locator("#kind").selectOption("confirm");
  await page.getByRole("button", { name: words.bulk.next }).click();
  await page.getByRole("button", { name: /Apstiprināt vietu ārpus kārtas 2/ }).click();
  await expect(page.locator("#reason-error")).toHaveText(words.problem.reasonMissing);
  await page.locator("#reason").fill("Vada delegāciju");
  await page.getByRole("button", { name: /Apstiprināt vietu ārpus kārtas 2/ }).click();
  await expect(page.getByRole("heading", { name: "Neizdevās: 2 cilvēki" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator("main li")).toHaveText([
    /Anna Bērza \(Ludzas novads\): visas vietas ir aizņemtas/,
    /Anna Celma \(Ludzas novads\): visas vietas ir aizņemtas/,
  ]);
});

test("the boxes are gone through with the arrow keys, and Shift chooses a range", async ({
  page,
  context,
}) => {
  const trip = await anOpenTrip({ capacity: 5 });
  for (const surname of ["Āboliņa", "Bērza", "Celma"])
    await registered(trip, "Ludzas novads", surname);
  await enter(context, trip.organiser.userId);
  await page.goto(`/organise/trips/${trip.slug}/registrations`);
  const boxes = page.locator('input[name="id"]');
  await boxes.first().click();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(boxes.nth(1)).toBeFocused({ timeout: 200 });
  }).toPass();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  for (const box of await boxes.all()) await expect(box).toBeChecked();
});

test("by keyboard alone: search, a range of people, the deed, and for each the reason why not", async ({
  page,
  context,
}) => {
  const trip = await anOpenTrip({ capacity: 1 });
  for (const surname of ["Āboliņa", "Bērziņa", "Bērziņa-Kalna", "Bērziņa-Liepa", "Zīle"])
    await registered(trip, "Ludzas novads", surname);
  await enter(context, trip.organiser.userId);
  await page.goto(`/organise/trips/${trip.slug}/registrations?sort=registered`);
  await keyboard.write(page.locator("#search"), "berzina");
  await keyboard.press(page.getByRole("button", { name: words.registrations.find }));
  await expect(rows(page)).toHaveCount(3);
  const asked = new URL(page.url()).searchParams;
  expect([asked.get("search"), asked.get("sort")]).toEqual(["berzina", "registered"]);
  await expect(page.getByRole("status")).toContainText("meklēts „berzina“");
  const boxes = page.locator('input[name="id"]');
  await keyboard.press(boxes.first());
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(boxes.nth(1)).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await keyboard.choose(page.locator("#kind"), "confirm");
  await keyboard.press(page.getByRole("button", { name: words.bulk.next }));
  await keyboard.write(page.locator("#reason"), "Vada delegāciju");
  await keyboard.press(
    page.getByRole("button", { name: "Apstiprināt vietu ārpus kārtas 3 cilvēkiem" }),
  );
  await expect(page.getByRole("heading", { name: "Neizdevās: 3 cilvēki" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator("main li").first()).toHaveText(
    /Anna Bērziņa \(Ludzas novads\): visas vietas ir aizņemtas/,
  );
});
