import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { addSpeaker } from "#domain/host/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import type { Hand } from "./hand.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.organise;
const today = dateInRiga(new Date());
const [earlier, between, later] = [addDays(today, 40), addDays(today, 60), addDays(today, 100)];

/** A host, its double under nearly the same name, and a trip before and after the day between. */
async function aRegister() {
  const mark = randomUUID().slice(0, 6);
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const [host, double] = [await anOrganisation("host"), await anOrganisation("host")];
  const names = { [host]: `Šķūņu teātris ${mark}`, [double]: `Škunu teatris ${mark}` };
  for (const [id, name] of Object.entries(names)) {
    await database().update(organisation).set({ name }).where(eq(organisation.id, id));
  }
  const place = { organisationId, placeId: await aPlace() };
  const trip = async (date: string) => {
    const registrationDeadline = new Date(Date.now() + 20 * 86_400_000);
    return aTrip(organiser, tripFacts(place, { dates: [date], registrationDeadline }));
  };
  return { mark, organiser, host, double, before: await trip(earlier), after: await trip(later) };
}

async function item(
  organiser: PersonActor,
  tripId: string,
  facts: { date: string; title: string; hostId: string; speakerIds?: string[] },
) {
  const { title, speakerIds = [], ...where } = facts;
  const times = { tripId, starts: "10:00", ends: "11:00", note: null, placeId: null };
  const visit = { kind: "visit" as const, title: { lv: title }, speakerIds };
  const added = await addItem(organiser, { ...times, ...visit, ...where }, new Date());
  if (!added.ok) throw new Error(added.reason);
}

async function speaker(organiser: PersonActor, hostId: string, familyName: string) {
  const facts = { hostId, givenName: "Žanete", familyName, publicationBasis: null };
  const added = await addSpeaker(organiser, { ...facts, role: { lv: "vadītāja" } }, new Date());
  if (!added.ok) throw new Error(added.reason);
  return added.speakerId;
}

const itinerary = (slug: string) => `/organise/trips/${slug}/itinerary`;

async function find(page: Page, hand: Hand, search: string) {
  await page.goto("/organise/hosts");
  await hand.write(page.locator("#search"), search);
  await hand.press(page.getByRole("button", { name: words.registrations.find }));
  await expect(page.locator("#search")).toHaveValue(search);
  return page.locator("table tbody tr");
}

inEveryWay((hand) => {
  test("an organiser finds a host without diacritics, mends it, renames it from a day on and merges its double into it", async ({
    page,
    context,
  }) => {
    test.slow();
    const { mark, organiser, host, double, before, after } = await aRegister();
    await item(organiser, before.tripId, { date: earlier, title: "Aizkulises", hostId: host });
    await item(organiser, after.tripId, { date: later, title: "Mēģinājums", hostId: host });
    await item(organiser, after.tripId, { date: later, title: "Saruna", hostId: double });
    await enter(context, organiser.userId);
    await expect(await find(page, hand, `skunu teatris ${mark}`)).toHaveCount(2);
    await hand.press(page.getByRole("link", { name: `Šķūņu teātris ${mark}` }));
    await hand.write(page.locator("#groupLimit"), "25");
    await hand.press(page.getByRole("button", { name: words.hosts.saveChanges }));
    await expect(page.locator(".lead")).toContainText("uzņem līdz 25 cilvēkiem");
    await hand.write(page.locator("#name"), `Jaunais teātris ${mark}`);
    await hand.write(page.locator("#calledUntil"), between);
    await hand.press(page.getByRole("button", { name: words.hosts.saveChanges }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Jaunais teātris ${mark}`);
    await expect(page.locator("main")).toContainText(`: Šķūņu teātris ${mark}`);
    await page.goto(itinerary(before.slug));
    await expect(page.locator(".line").first()).toContainText(`Šķūņu teātris ${mark}`);
    await page.goto(itinerary(after.slug));
    await expect(page.locator(".line").first()).toContainText(`Jaunais teātris ${mark}`);

    await page.goto(`/organise/hosts/${double}`);
    await hand.press(page.getByRole("link", { name: words.hosts.merge }));
    await hand.choose(page.locator("#into"), host);
    await hand.press(page.getByRole("button", { name: words.hosts.mergeNow }));
    await expect(page.getByRole("status")).toHaveText(words.hosts.done.merged);
    await page.goto(itinerary(after.slug));
    const items = page.locator(".line > li").filter({ hasText: `Jaunais teātris ${mark}` });
    await expect(items).toHaveCount(2);
    expect((await page.goto(`/organise/hosts/${double}`))?.status()).toBe(404);
  });

  test("a host that items still need is not removed, and the refusal names them and says what to do", async ({
    page,
    context,
  }) => {
    const { organiser, host, double, after } = await aRegister();
    await item(organiser, after.tripId, { date: later, title: "Aizkulises", hostId: host });
    await enter(context, organiser.userId);
    await page.goto(`/organise/hosts/${host}`);
    await hand.press(page.getByText(words.hosts.remove, { exact: true }));
    await hand.press(page.getByRole("button", { name: words.hosts.removeNow, exact: true }));
    const refusal = page.getByRole("alert").first();
    await expect(refusal).toContainText(/Programmas punkts: Aizkulises \(Viedā pilsēta Jelgavā, /);
    await expect(refusal).toContainText("Vispirms izvēlieties tiem citu organizāciju");
    await page.goto(`/organise/hosts/${double}`);
    await hand.press(page.getByText(words.hosts.remove, { exact: true }));
    await hand.press(page.getByRole("button", { name: words.hosts.removeNow, exact: true }));
    await page.waitForURL(/\/organise\/hosts$/);
    expect((await page.goto(`/organise/hosts/${double}`))?.status()).toBe(404);
  });

  test("a speaker is found without diacritics, mended, and two records of one person become one", async ({
    page,
    context,
  }) => {
    const { mark, organiser, host, double, after } = await aRegister();
    const kept = await speaker(organiser, host, `Bērziņa ${mark}`);
    const second = await speaker(organiser, double, `Berzina ${mark}`);
    const where = { date: later, hostId: host, speakerIds: [second] };
    await item(organiser, after.tripId, { ...where, title: "Aizkulises" });
    await enter(context, organiser.userId);
    await expect(await find(page, hand, `zanete berzina ${mark}`)).toHaveCount(2);
    await hand.press(page.getByRole("link", { name: `Žanete Bērziņa ${mark}` }));
    await hand.write(page.locator("#familyName"), `Bērziņa-Kalna ${mark}`);
    await hand.press(page.getByRole("button", { name: words.speakers.save }));
    await expect(page.locator("main")).toContainText(`Žanete Bērziņa-Kalna ${mark}`);

    await page.goto(`/organise/speakers/${second}`);
    await hand.press(page.getByText(words.speakers.remove, { exact: true }));
    await hand.press(page.getByRole("button", { name: words.speakers.removeNow, exact: true }));
    await expect(page.getByRole("alert").first()).toContainText("punkts: Aizkulises (");
    await hand.press(page.getByText(words.speakers.merge, { exact: true }));
    await hand.choose(page.locator("#into"), kept);
    await hand.press(page.getByRole("button", { name: words.hosts.mergeNow }));
    await expect(page.getByRole("status")).toHaveText(words.hosts.done.merged);
    await expect(page.locator(".lead")).toHaveText(/^Ir 1\sprogrammas punktā/);
    await page.goto(itinerary(after.slug));
    await expect(page.locator(".line").first()).toContainText(`Bērziņa-Kalna ${mark}`);
  });
});
