import { randomUUID } from "node:crypto";
import { expect, type Locator, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { tripDay } from "#db/schema/trip.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aPhotograph } from "#scripts/checks/photograph.ts";
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee } from "./calls.ts";
import { type Hand, keyboard } from "./hand.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.signedSheet;

/** A trip of today with two people, both marked as there. */
async function aTripOfToday() {
  const call = await aCall(5);
  const { tripId, organiser } = call;
  const now = new Date();
  const date = dateInRiga(now);
  const people = [await anEmployee(call, "Ķeizare"), await anEmployee(call, "Žagars")];
  await database().update(tripDay).set({ date }).where(eq(tripDay.tripId, tripId));
  const mark = (registrationId: string) => ({
    id: randomUUID(),
    tripId,
    registrationId,
    date,
    present: true,
    device: "phone",
    deviceAt: now,
  });
  for (const { id } of people) {
    expect((await recordAttendance(organiser, mark(id), now)).ok).toBe(true);
  }
  return { ...call, date, second: people[1]?.id ?? "" };
}

/** The second answer of two; by keyboard it is reached through the first. */
async function pickSecond(hand: Hand, first: Locator, second: Locator): Promise<void> {
  if (hand !== keyboard) return hand.press(second);
  await hand.press(first);
  await first.page().keyboard.press("ArrowDown");
  await expect(second).toBeChecked();
}

/** The box with which a photograph of a newer telephone begins. */
const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");

inEveryWay((hand, javaScriptEnabled) => {
  test("the signed sheet of a day is added, compared, and locks the day until a reason reopens it", async ({
    page,
    context,
  }) => {
    const trip = await aTripOfToday();
    await enter(context, trip.organiser.userId);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`/organise/trips/${trip.slug}/attendance/${trip.date}`);
    await hand.press(page.getByRole("link", { name: lv.attendance.sheet }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.title);

    const file = page.locator('[name="sheet"]');
    const add = page.getByRole("button", { name: words.send });
    await file.setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: heic });
    await hand.press(add);
    await expect(page.locator(".field .error")).toHaveText(lv.organise.problem.sheetHeic);
    const buffer = await aPhotograph();
    await file.setInputFiles({ name: "lapa.jpg", mimeType: "image/jpeg", buffer });
    await hand.press(add);
    await expect(page.getByRole("status")).toHaveText(words.done.added);
    await expect(page.locator(".lead")).toHaveText(
      "Lapa ir pievienota. Tagad salīdziniet ar to 2 cilvēku atzīmes.",
    );
    const picture = page.locator(".pictures img");
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(80);
    const href = (await picture.getAttribute("src")) ?? "";
    const kept = await page.request.get(href);
    expect(kept.headers()).toMatchObject({
      "content-type": "image/jpeg",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect((await kept.body()).includes("Exif")).toBe(false);

    const of = (kind: string, value: string) =>
      page.locator(`[name="${kind}.${trip.second}"][value="${value}"]`);
    await pickSecond(hand, of("signed", "yes"), of("signed", "no"));
    await hand.press(page.getByRole("button", { name: words.rest }));
    await expect(page.getByRole("status")).toHaveText(words.done.compared);
    await expect(page.locator(".difference")).toHaveText([words.difference.presentUnsigned]);
    if (javaScriptEnabled) await expectNoComplaints(page, "a signed sheet that is compared");
    const beside = page.locator(".beside > section");
    const [left, right] = [await beside.nth(0).boundingBox(), await beside.nth(1).boundingBox()];
    expect(left?.y).toBe(right?.y);

    await hand.press(page.getByRole("button", { name: words.lockDay }));
    await expect(page.locator(".summary")).toContainText("(1)");
    await hand.press(of("decision", "explain"));
    await hand.press(page.getByRole("button", { name: words.save }));
    await expect(page.locator(".field .error")).toHaveText(lv.organise.problem.wordsMissing);
    await expect(of("decision", "explain")).toBeChecked();
    await hand.write(page.locator(`[name="words.${trip.second}"]`), "Aizmirsa parakstīties.");
    await hand.press(page.getByRole("button", { name: words.save }));
    await expect(page.getByRole("status")).toHaveText(words.done.compared);
    await hand.press(page.getByRole("button", { name: words.lockDay }));
    await expect(page.getByRole("status")).toHaveText(words.done.locked);

    const marks = `/organise/trips/${trip.slug}/attendance/${trip.date}`;
    const late = () =>
      page.request.post(`${marks}/marks`, {
        headers: { accept: "application/json", origin: process.env.BASE_URL ?? "" },
        form: { id: randomUUID(), registrationId: trip.second, present: "no" },
      });
    const refused = await late();
    expect([refused.status(), await refused.json()]).toEqual([
      409,
      { ok: false, reason: "dayLocked" },
    ]);
    await page.goto(marks);
    await expect(page.locator(".notice")).toHaveText(lv.attendance.locked);
    await expect(page.locator(".roll button")).toHaveCount(0);

    await hand.press(page.getByRole("link", { name: lv.attendance.sheet }));
    await hand.press(page.getByRole("button", { name: words.reopenDay }));
    await expect(page.locator(".field .error")).toHaveText(lv.organise.problem.reopenReasonMissing);
    await hand.write(page.locator('[name="reason"]'), "Atrasta otra lapa.");
    await hand.press(page.getByRole("button", { name: words.reopenDay }));
    await expect(page.getByRole("status")).toHaveText(words.done.reopened);
    await expect(page.locator(".steps").last()).toContainText("Atrasta otra lapa.");
    expect((await late()).status()).toBe(200);
    if (javaScriptEnabled) {
      await page.setViewportSize({ width: 360, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(360);
      await expectNoComplaints(page, "a reopened day on a phone");
    }
  });

  test("a mark is corrected with a reason, and the earlier one stays in sight", async ({
    page,
    context,
  }) => {
    const trip = await aTripOfToday();
    await enter(context, trip.organiser.userId);
    await page.goto(`/organise/trips/${trip.slug}/registrations/${trip.second}`);
    const presence = lv.organise.registrations.presence;
    const form = page.locator("details").filter({ has: page.locator("#presence") });
    await hand.press(form.locator("summary"));
    await pickSecond(
      hand,
      form.locator('[name="present"][value="yes"]'),
      form.locator('[name="present"][value="no"]'),
    );
    await hand.press(form.getByRole("button", { name: presence.correct }));
    await expect(form.locator(".field .error")).toHaveText(
      lv.organise.problem.correctionReasonMissing,
    );
    await expect(form.locator('[name="present"][value="no"]')).toBeChecked();
    await hand.write(form.locator('[name="reason"]'), "Bija tikai rītā.");
    await hand.press(form.getByRole("button", { name: presence.correct }));
    await expect(page.getByRole("status")).toHaveText(lv.organise.registrations.done.corrected);
    const history = page.locator("section").filter({ hasText: presence.title }).first();
    await expect(history).toContainText(presence.present);
    await expect(history).toContainText("Bija tikai rītā.");
  });
});
