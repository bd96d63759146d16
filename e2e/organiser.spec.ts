import { expect, type Page, test } from "@playwright/test";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { actorOf } from "#domain/actor/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson, aPlace } from "#scripts/checks/factories.ts";
import type { Hand } from "./hand.ts";
import { enter, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const today = dateInRiga(new Date());
const day = addDays(today, 40);

inEveryWay((hand) => {
  test("an organiser creates a trip, publishes its itinerary and marks who came", async ({
    page,
    context,
  }) => {
    const organisationId = await anOrganisation();
    const { userId } = await aPerson({ role: "organiser", organisationId });
    const placeId = await aPlace();
    await enter(context, userId);
    await page.goto("/organise");
    await hand.press(page.getByRole("link", { name: lv.organise.list.create }));
    const slug = await createTrip(page, hand, placeId);
    await addItem(page, hand, slug);
    await publishItinerary(page, hand);

    await page.goto(`/organise/trips/${slug}`);
    await hand.press(page.getByRole("button", { name: lv.organise.overview.publish }));
    await hand.press(page.getByRole("link", { name: lv.organise.overview.public }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ķekavas pieredze");
    await expect(page.locator(".line")).toContainText("Vizīte domē");
    await expect(page.locator(".seats strong")).toHaveText("Brīvas 20 no 20 vietām");

    const people = [
      await registered(slug, organisationId, "Āboliņa"),
      await registered(slug, organisationId, "Zīle"),
    ];
    await page.goto(`/organise/trips/${slug}/registrations`);
    await expect(page.locator("table.people tbody tr")).toHaveCount(2);
    await page.goto(`/organise/trips/${slug}/attendance/${day}`);
    await mark(page, hand, "Āboliņa", lv.attendance.present);
    await mark(page, hand, "Zīle", lv.attendance.absent);
    // Read anew at once: the last tap is still on its way, and arrives.
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("status")).toContainText("Piedalās 1 no 2", { timeout: 500 });
    }).toPass();
    await expect(page.getByRole("status")).toContainText("Anna Zīle");

    await publishAgain(page, hand, slug);
    for (const email of people)
      await mailTo(page, email, /Programma, 2\.\sversija, [\d.]+ plkst\.\s[\d.]+/);
  });
});

async function createTrip(page: Page, hand: Hand, placeId: string): Promise<string> {
  await hand.press(page.getByRole("button", { name: lv.organise.new.submit }));
  await expect(page.getByRole("alert").first()).toContainText(lv.organise.problem.titleMissing);
  await hand.write(page.locator('[name="title.lv"]'), "Ķekavas pieredze");
  await hand.write(page.locator('[name="aim.lv"]'), "Uzzināt, kā strādā Ķekavā.");
  await hand.press(page.locator('[name="topics"][value="culture"]'));
  await hand.write(page.locator('[name="dates"]').first(), day);
  await hand.choose(page.locator('[name="places"]').first(), placeId);
  await hand.choose(page.locator('[name="placeKinds"]').first(), "visit");
  await hand.write(page.locator("#registrationOpensAt"), `${addDays(today, -1)}T09:00`);
  await hand.write(page.locator("#registrationDeadline"), `${addDays(today, 20)}T17:00`);
  await hand.write(page.locator("#capacity"), "20");
  await hand.press(page.getByRole("button", { name: lv.organise.new.submit }));
  await page.waitForURL(/\/organise\/trips\/[^/]+\?done=created/);
  return new URL(page.url()).pathname.split("/").at(-1) as string;
}

async function addItem(page: Page, hand: Hand, slug: string): Promise<void> {
  await page.goto(`/organise/trips/${slug}/itinerary`);
  await hand.press(page.getByRole("link", { name: lv.organise.itinerary.add }));
  await hand.write(page.locator('[name="title.lv"]'), "Vizīte domē");
  await hand.write(page.locator("#starts"), "10:00");
  await hand.write(page.locator("#ends"), "11:30");
  await hand.press(page.getByRole("button", { name: lv.organise.item.save }));
  await expect(page.locator(".line")).toContainText("10.00–11.30");
}

async function publishItinerary(page: Page, hand: Hand): Promise<void> {
  await hand.write(page.locator("#note"), "Pirmā versija");
  await hand.press(page.getByRole("button", { name: "Publicēt 1. versiju" }));
  await expect(page.locator(".notice")).toHaveText(lv.organise.itinerary.done.version);
}

async function publishAgain(page: Page, hand: Hand, slug: string): Promise<void> {
  await page.goto(`/organise/trips/${slug}/itinerary`);
  await hand.press(page.getByRole("link", { name: "Vizīte domē" }));
  await hand.write(page.locator("#starts"), "10:30");
  await hand.press(page.getByRole("button", { name: lv.organise.item.save }));
  await hand.write(page.locator("#note"), "Sākam pusstundu vēlāk");
  await hand.press(page.getByRole("button", { name: "Publicēt 2. versiju" }));
  await expect(page.locator(".notice")).toHaveText(lv.organise.itinerary.done.version);
}

async function mark(page: Page, hand: Hand, surname: string, answer: string): Promise<void> {
  const row = page.locator(".roll > li").filter({ hasText: surname });
  await hand.press(row.getByRole("button", { name: answer, exact: true }));
  await expect(row.getByRole("button", { name: answer, exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
}

/** Somebody with a seat; answers the address. */
async function registered(slug: string, organisation: string, familyName: string) {
  const email = newAddress();
  const [made] = await database().insert(user).values({ email }).returning({ id: user.id });
  const actor = await actorOf((made as { id: string }).id);
  if (!actor) throw new Error("Nobody was made");
  const answers = { givenName: "Anna", familyName, phone: "20123456", organisation };
  const wish = {
    ...answers,
    institution: "",
    position: "juriste",
    tripSlug: slug,
    locale: "lv" as const,
  };
  const outcome = await register(actor, wish, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return email;
}
