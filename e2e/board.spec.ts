import { randomUUID } from "node:crypto";
import {
  type BrowserContext,
  expect,
  type Page,
  request as requests,
  test,
} from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { membership } from "#db/schema/person.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import { expectNoComplaints } from "./axe.ts";
import { enter } from "./people.ts";

const words = lv.board;
const today = dateInRiga(new Date());

test("two boards are open, and a mark made elsewhere appears on both", async ({
  page,
  browser,
}) => {
  const trip = await aRunningTrip();
  const theirs = await (await browser.newContext()).newPage();
  await open(page, trip.organiser, trip.path);
  await open(theirs, trip.crew, trip.path);
  await expect(sum(page)).toHaveText("Piedalās 0 no 2");
  await trip.mark(trip.anna, true);
  for (const one of [page, theirs]) await expect(sum(one)).toHaveText("Piedalās 1 no 2");
  await trip.mark(trip.ilze, false);
  for (const one of [page, theirs]) {
    await expect(one.locator(".board-missing").first()).toHaveText("Nepiedalās: 1.");
  }
  await page.locator(`[data-date="${today}"] td summary`).click();
  await trip.mark(trip.anna, false);
  await expect(page.locator("td p").first()).toBeVisible();
  await expect(page.locator("td p").first()).toHaveText("Nepiedalās: Anna Bērziņa, Ilze Ozola");
  await expectNoComplaints(page, "a board");
});

test("a board that lost its network says so, and is right again by itself", async ({
  page,
  context,
}) => {
  const trip = await aRunningTrip();
  await open(page, trip.organiser, trip.path);
  await context.setOffline(true);
  await expect(page.getByRole("status")).toHaveText(words.lost);
  await expectNoComplaints(page, "a board without network");
  await trip.mark(trip.anna, true);
  await expect(sum(page)).toHaveText("Piedalās 0 no 2");
  await context.setOffline(false);
  await expect(sum(page)).toHaveText("Piedalās 1 no 2");
  await expect(page.getByRole("status")).toHaveText(words.live);
});

test("a server that lost its ear at the database says so, and every board is right again by itself", async ({
  page,
}) => {
  const trip = await aRunningTrip();
  await open(page, trip.organiser, trip.path);
  // In one transaction: when the notification is due, nobody is there to hear it.
  await database().transaction(async (tx) => {
    await tx.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pieredze listens'
        and datname = current_database()`,
    );
    await trip.mark(trip.anna, true);
  });
  await expect(sum(page)).toHaveText("Piedalās 1 no 2");
  await expect(page.getByRole("status")).toHaveText(words.live);
  await trip.mark(trip.ilze, true);
  await expect(sum(page)).toHaveText("Piedalās 2 no 2");
});

test("whoever is no crew any more is shown nothing new", async ({ page }) => {
  const trip = await aRunningTrip();
  await open(page, trip.crew, trip.path);
  const { userId } = trip.crew;
  await database()
    .delete(membership)
    .where(and(eq(membership.userId, userId), eq(membership.role, "crew")));
  await trip.mark(trip.anna, true);
  await expect(page.getByRole("status")).toHaveText(words.over);
  await expect(sum(page)).toHaveText("Piedalās 0 no 2");
});

test("strangers find no board and no events, and nobody waits for an answer without an end", async () => {
  const { organisationId, organiser, events } = await aRunningTrip();
  const answers = async (actor: PersonActor | null, method: "get" | "head", accept: string) => {
    const [token] = actor ? await beginSessions([actor.userId]) : [];
    const asker = await requests.newContext({
      baseURL: process.env.BASE_URL ?? "",
      extraHTTPHeaders: { accept, ...(token ? { cookie: cookieOf(token) } : {}) },
    });
    const status = (await asker[method](events, { maxRedirects: 0 })).status();
    await asker.dispose();
    return status;
  };
  for (const stranger of await strangersTo(organisationId)) {
    const isCrew =
      stranger.kind === "person" && stranger.memberships.some(({ role }) => role === "crew");
    const person = stranger.kind === "person" ? stranger : null;
    if (!isCrew) expect(await answers(person, "get", "text/event-stream")).toBe(404);
  }
  expect(await answers(organiser, "head", "text/event-stream")).toBe(405);
  expect(await answers(organiser, "get", "text/html")).toBe(406);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the board is a page that is read anew by a link", async ({ page, context }) => {
    const trip = await aRunningTrip();
    await enter(context, trip.organiser.userId);
    await page.goto(trip.path.replace("/board", "/attendance"));
    await page.getByRole("link", { name: words.title }).click();
    await expect(sum(page)).toHaveText("Piedalās 0 no 2");
    await trip.mark(trip.anna, true);
    await page.getByRole("link", { name: words.again }).click();
    await expect(sum(page)).toHaveText("Piedalās 1 no 2");
  });
});

const sum = (page: Page) => page.locator(`[data-date="${today}"] .board-sum`);

async function open(page: Page, actor: PersonActor, path: string): Promise<void> {
  await enter(page.context() as BrowserContext, actor.userId);
  await page.goto(path);
  await expect(page.getByRole("status")).toHaveText(words.live);
}

/** A trip of today and tomorrow, with two people from one municipality. */
async function aRunningTrip() {
  const longAgo = new Date(Date.now() - 20 * 24 * 60 * 60_000);
  const organisationId = await anOrganisation("municipality");
  const organiser = await aPerson({ role: "organiser", organisationId });
  const crew = await aPerson({ role: "crew", organisationId });
  const facts = tripFacts(
    { organisationId, placeId: await aPlace() },
    {
      dates: [today, addDays(today, 1)],
      registrationOpensAt: longAgo,
      registrationDeadline: new Date(longAgo.getTime() + 60 * 60_000),
      slug: `trip-${randomUUID()}`,
    },
  );
  const { tripId, slug } = await aTrip(organiser, facts);
  const published = await publishTrip(organiser, { tripId }, longAgo);
  if (!published.ok) throw new Error(published.reason);
  const seat = { tripId, organisationId, confirmedAt: longAgo };
  const anna = await aRegistration(seat);
  const ilze = await aRegistration({ ...seat, givenName: "Ilze", familyName: "Ozola" });
  const mark = async (registrationId: string, present: boolean) => {
    const device = { device: "phone", deviceAt: new Date() };
    const fact = { id: randomUUID(), tripId, registrationId, date: today, present, ...device };
    expect(await recordAttendance(organiser, fact, new Date())).toEqual({
      ok: true,
      recorded: true,
    });
  };
  const path = `/organise/trips/${slug}/board`;
  return { organisationId, organiser, crew, anna, ilze, mark, path, events: `${path}/events` };
}
