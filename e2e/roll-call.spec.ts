import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { closeInForest, cut, mend, openedRoll, tap, unsent } from "./phone.ts";

const { present, absent, contradicted } = lv.attendance;

test("a leader marks in the forest, comes back, and two phones that disagree both say so", async ({
  context,
  browser,
}) => {
  const now = new Date();
  const { tripId, slug, organisationId, organiser } = await anOpenTrip({
    dates: [addDays(dateInRiga(now), 1)],
    registrationDeadline: new Date(now.getTime() + 60_000),
  });
  const crew = await aPerson({ role: "crew", organisationId });
  const [anna, zane] = await Promise.all(
    ["Āboliņa", "Zīle"].map((familyName) =>
      aRegistration({ tripId, organisationId, familyName, confirmedAt: now }),
    ),
  );
  const marksOf = (id = "") =>
    database()
      .select({ present: attendance.present })
      .from(attendance)
      .where(eq(attendance.registrationId, id));
  const path = `/organise/trips/${slug}/roll-call`;
  const page = await openedRoll(context, crew.userId, path);
  const second = await browser.newContext();
  const other = await openedRoll(second, organiser.userId, path);

  await cut(context);
  await cut(second);
  await tap(page, "Āboliņa", present);
  await tap(page, "Zīle", present);
  await tap(other, "Zīle", absent);
  await expect(unsent(page)).toHaveAttribute("data-unsent", "2");
  await expect(page).toHaveTitle(/^\(2\) /);
  // A page that closes may try to send once more, and by then no route holds it back.
  await closeInForest(page);

  // A cold start without the network.
  const again = await context.newPage();
  await again.goto(path);
  await expect(again.getByText("Dalībnieki klāt: 2 no 2.")).toBeVisible();
  await expect(unsent(again)).toHaveAttribute("data-unsent", "2");
  await again.getByLabel(lv.rollCall.search).fill("abol");
  await expect(again.locator(".roll > li")).toHaveCount(1);
  await again.getByLabel(lv.rollCall.search).fill("");
  expect(await marksOf(anna)).toEqual([]);

  await mend(context);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "0");
  await mend(second);
  await expect(unsent(other)).toHaveAttribute("data-unsent", "0");
  expect(await marksOf(anna)).toEqual([{ present: true }]);
  expect(await marksOf(zane)).toHaveLength(2);
  for (const phone of [again, other]) {
    const row = phone.locator(".roll > li").filter({ hasText: "Zīle" });
    await expect(row.locator(".mark")).toHaveText(contradicted);
    await expect(row).toContainText(`${crew.email}: ${present}`);
    await expect(row).toContainText(`${organiser.email}: ${absent}`);
  }

  await tap(other, "Zīle", absent);
  const decided = again.locator(".roll > li").filter({ hasText: "Zīle" }).locator(".mark");
  await expect(decided).toHaveText(absent);
  await second.close();

  // Signing out with a mark unsent is warned of, and leaves nothing here.
  await again.route("**/roll-call/marks", (route) => route.abort());
  await tap(again, "Āboliņa", absent);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "1");
  const me = await context.newPage();
  await me.goto("/me");
  await again.close();
  const warned = me.waitForEvent("dialog").then(async (dialog) => {
    expect(dialog.message()).toContain("Nenosūtītas atzīmes: 1");
    await dialog.accept();
  });
  await me.getByRole("button", { name: lv.me.signOut }).click();
  await warned;
  await me.waitForURL((url) => url.pathname === "/");
  expect(await me.evaluate(keptLists)).toBe(0);
});

function keptLists(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("pieredze-roll-call");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction("lists").objectStore("lists").count();
      asked.onsuccess = () => resolve(asked.result);
    };
  });
}
