import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type APIRequestContext,
  type Browser,
  chromium,
  expect,
  type Page,
  test,
} from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { badge } from "#db/schema/badge.ts";
import { printedCode } from "#domain/badge/rules.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { findChromium } from "#scripts/checks/chromium.ts";
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { expectNoComplaints } from "./axe.ts";
import { codeOfBadge, filmOf } from "./badge-video.ts";
import { enter } from "./people.ts";

const { scan } = lv.rollCall;
const named = (text: string, name: string) => text.replace("{name}", name);

test("badges held before the camera mark people without network; what cannot be marked is said", async ({
  context,
  baseURL,
}) => {
  const now = new Date();
  const running = { dates: [addDays(dateInRiga(now), 1)] };
  const registrationDeadline = new Date(now.getTime() + 60_000);
  const { tripId, slug, organisationId, organiser } = await anOpenTrip({
    ...running,
    registrationDeadline,
  });
  const person = (familyName: string, of = { tripId, organisationId }) =>
    aRegistration({ ...of, familyName, confirmedAt: now });
  // By surname the first, hence the first on the sheet.
  const anna = await person("Āboliņa");
  const zane = await person("Zīle");
  const other = await anOpenTrip({ ...running, registrationDeadline });
  await person("Ozola", other);
  await enter(context, organiser.userId);
  const own = await badges(context.request, slug);
  await enter(context, other.organiser.userId);
  const pictures = [own, await badges(context.request, other.slug)].map(codeOfBadge);

  await withCamera({ pictures }, async (browser) => {
    const crew = await aPerson({ role: "crew", organisationId });
    const phone = await browser.newContext({
      baseURL: baseURL ?? "",
      locale: "lv-LV",
      timezoneId: "Europe/Riga",
    });
    await enter(phone, crew.userId);
    const path = `/organise/trips/${slug}/roll-call`;
    const opened = await phone.newPage();
    const refusals = refusalsOn(opened);
    await opened.goto(path);
    await expect(opened.locator(".roll > li")).toHaveCount(2);
    expect(await opened.locator("video").count()).toBe(0);
    await expect.poll(() => opened.evaluate(keptEndings)).toEqual(["roll-call", "wasm"]);
    await phone.route("**/roll-call/marks", (route) => route.abort());
    await phone.setOffline(true);
    await opened.close();

    const page = await phone.newPage();
    await page.goto(path);
    await page.getByRole("button", { name: scan.open }).click();
    const said = page.locator(".scanned");
    await expect(said).toHaveText(named(scan.marked, "Anna Āboliņa"));
    await expect(said).toHaveText(scan.otherTrip);
    await expect(said).toHaveText(named(scan.already, "Anna Āboliņa"));
    await expect(page.locator("[data-unsent]")).toHaveAttribute("data-unsent", "1");
    await expectNoComplaints(page, "the scanner");

    await page.getByRole("button", { name: scan.close }).click();
    await expect(page.locator("video")).toHaveCount(0);
    await phone.setOffline(false);
    await phone.unroute("**/roll-call/marks");
    await expect(page.locator("[data-unsent]")).toHaveAttribute("data-unsent", "0");
    const marks = database().select({ present: attendance.present }).from(attendance);
    expect(await marks.where(eq(attendance.registrationId, anna))).toEqual([{ present: true }]);
    expect(await database().$count(attendance, eq(attendance.registrationId, zane))).toBe(0);
    expect(refusals).toEqual([]);
  });
});

test("a camera that is refused is told of", async ({ baseURL }) => {
  const { slug, organiser } = await anOpenTrip();
  await withCamera({ pictures: [new Uint8Array(640 * 480)], allowed: false }, async (browser) => {
    const phone = await browser.newContext({ baseURL: baseURL ?? "", locale: "lv-LV" });
    await enter(phone, organiser.userId);
    const page = await phone.newPage();
    await page.goto(`/organise/trips/${slug}/roll-call`);
    await page.getByRole("button", { name: scan.open }).click();
    await expect(page.locator(".scanner .notice")).toHaveText(scan.camera.refused);
    await expect(page.getByLabel(scan.code)).toBeVisible();
  });
});

test("without a camera, the code of a badge is typed", async ({ page, context }) => {
  const now = new Date();
  const { tripId, slug, organisationId, organiser } = await anOpenTrip({
    dates: [addDays(dateInRiga(now), 1)],
    registrationDeadline: new Date(now.getTime() + 60_000),
  });
  const zane = await aRegistration({
    tripId,
    organisationId,
    givenName: "Zane",
    familyName: "Zīle",
    confirmedAt: now,
  });
  const [own] = await database()
    .select({ code: badge.code })
    .from(badge)
    .where(eq(badge.registrationId, zane));
  const code = own?.code ?? "";
  await enter(context, organiser.userId);
  await page.goto(`/organise/trips/${slug}/roll-call`);
  await expect(page.locator(".roll > li")).toHaveCount(1);
  await page.getByRole("button", { name: scan.open }).click();
  await expect(page.getByText(scan.camera.absent)).toBeVisible();
  await expect(page.locator("video")).toBeHidden();
  await context.setOffline(true);
  const said = page.locator(".scanned");
  await type(page, "C3D 4F");
  await expect(said).toHaveText(scan.unknownTyped);
  await type(page, printedCode(code).toLowerCase());
  await expect(said).toHaveText(named(scan.marked, "Zane Zīle"));
  await type(page, code);
  await expect(said).toHaveText(named(scan.already, "Zane Zīle"));
  await expect(page.locator(".roll > li .mark")).toHaveText(lv.attendance.present);
  await context.setOffline(false);
  await expect(page.locator("[data-unsent]")).toHaveAttribute("data-unsent", "0");
});

test("a badge leads its holder to the trip, and nobody else anywhere", async ({
  page,
  context,
}) => {
  const now = new Date();
  const { tripId, slug, organisationId, organiser } = await anOpenTrip();
  const { userId } = await aPerson();
  await aRegistration({ tripId, organisationId, userId, confirmedAt: now });
  await enter(context, organiser.userId);
  const list = await context.request.get(`/organise/trips/${slug}/roll-call/list`);
  const address = `/badges/${(await list.json()).people[0].badge}`;
  expect((await page.goto(address))?.status()).toBe(404);
  await enter(context, userId);
  await page.goto(address);
  await expect(page).toHaveURL(new RegExp(`/trips/${slug}$`));
  await context.clearCookies();
  await page.goto(address);
  await expect(page).toHaveURL(/\/sign-in\?/);
});

/** What of a page the phone keeps: the page itself, and the program that reads codes. */
async function keptEndings(): Promise<string[]> {
  const kept: string[] = [];
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    kept.push(...requests.map(({ url }) => url.slice(url.search(/[^./]+$/))));
  }
  return kept.filter((ending) => ending === "roll-call" || ending === "wasm").sort();
}

async function badges(request: APIRequestContext, slug: string): Promise<Uint8Array> {
  const answer = await request.get(`/organise/trips/${slug}/papers/badges.pdf`);
  expect(answer.status()).toBe(200);
  return answer.body();
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel(scan.code).fill(code);
  await page.getByRole("button", { name: scan.mark, exact: true }).click();
}

/** A Chromium of its own whose camera, if it may be used, sees these pictures in turn. */
async function withCamera(
  { pictures, allowed = true }: { pictures: readonly Uint8Array[]; allowed?: boolean },
  work: (browser: Browser) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pieredze-camera-"));
  const film = join(folder, "film.y4m");
  filmOf(pictures, film);
  const { executablePath, env } = await findChromium();
  const args = [
    `--use-fake-ui-for-media-stream${allowed ? "" : "=deny"}`,
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ];
  const browser = await chromium.launch({ executablePath, env, args });
  try {
    await work(browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the page's own policies refused. */
function refusalsOn(page: Page): string[] {
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy|Permissions.Policy/i.test(message.text())) {
      refusals.push(message.text());
    }
  });
  return refusals;
}
