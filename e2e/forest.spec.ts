import { expect, type Page, test } from "@playwright/test";
import { addDays, dateInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { statesOnDay } from "#scripts/checks/called-trip.ts";
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { closeInForest, cut, mend, openedRoll, tap, unsent } from "./phone.ts";

const { present, absent, contradicted } = lv.attendance;

const people = Array.from(
  { length: 30 },
  (_, index) => `Kalns${String(index + 1).padStart(2, "0")}`,
);
const [bothSay, oneSays] = [people.slice(0, 10), people.slice(10, 20)];

test("thirty people on two phones that contradict each other: both, the server and the sheet agree in the end", async ({
  context,
  browser,
}) => {
  const now = new Date();
  const date = addDays(dateInRiga(now), 1);
  const registrationDeadline = new Date(now.getTime() + 60_000);
  const trip = await anOpenTrip({ dates: [date], registrationDeadline, capacity: people.length });
  const { tripId, slug, organisationId, organiser } = trip;
  const crew = await aPerson({ role: "crew", organisationId });
  const nameOf = new Map<string, string>();
  for (const familyName of people) {
    const id = await aRegistration({ tripId, organisationId, familyName, confirmedAt: now });
    nameOf.set(id, familyName);
  }
  const path = `/organise/trips/${slug}/roll-call`;
  const first = await openedRoll(context, crew.userId, path);
  const elsewhere = await browser.newContext();
  const second = await openedRoll(elsewhere, organiser.userId, path);

  await cut(context);
  await cut(elsewhere);
  for (const name of people) await tap(first, name, present);
  for (const name of bothSay) await tap(second, name, absent);
  for (const name of oneSays) await tap(second, name, present);
  await closeInForest(first);
  const again = await context.newPage();
  await again.goto(path);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "30");
  // Its own mark, corrected before anybody has heard of it.
  await tap(again, "Kalns01", absent);

  // The one that was closed comes last, and the other is gone again by then.
  await mend(elsewhere);
  await expect(unsent(second)).toHaveAttribute("data-unsent", "0");
  await cut(elsewhere);
  await tap(second, "Kalns30", present);
  await mend(context);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "0");
  await expect.poll(() => shown(again)).toEqual(contradictedUntil(2));
  await tap(again, "Kalns02", present);
  await expect(unsent(again)).toHaveAttribute("data-unsent", "0");
  await mend(elsewhere);
  await expect(unsent(second)).toHaveAttribute("data-unsent", "0");

  const agreed = contradictedUntil(3, { Kalns02: present });
  await expect.poll(() => shown(second)).toEqual(agreed);
  await expect.poll(() => shown(again)).toEqual(agreed);
  const states = await statesOnDay(tripId, date);
  expect(
    Object.fromEntries([...states].map(([id, state]) => [nameOf.get(id), lv.attendance[state]])),
  ).toEqual(agreed);
  expect(await shownOnSheet(second, `/organise/trips/${slug}/attendance/${date}/sheet`)).toEqual(
    agreed,
  );
  await elsewhere.close();
});

/** Kalns01 is absent on both phones; of the others of whom both say something, those from a number on contradict. */
function contradictedUntil(from: number, decided: Record<string, string> = {}) {
  const states = people.map((name, index) => {
    const isContradicted = index + 1 >= from && bothSay.includes(name);
    return [name, isContradicted ? contradicted : index === 0 ? absent : present];
  });
  return { ...Object.fromEntries(states), ...decided } as Record<string, string>;
}

/** What a phone says of everybody. */
async function shown(page: Page): Promise<Record<string, string>> {
  const rows = await page
    .locator(".roll > li")
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector(".who")?.textContent?.split(",")[0] ?? "",
        row.querySelector(".mark")?.textContent ?? "",
      ]),
    );
  return Object.fromEntries(rows) as Record<string, string>;
}

/** What the page of the signed sheet says of everybody, in the words of the phones. */
async function shownOnSheet(page: Page, path: string): Promise<Record<string, string>> {
  await page.goto(path);
  const rows = await page
    .locator(".entries > li")
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector(".who")?.textContent?.split(",")[0] ?? "",
        row.querySelector(".small")?.textContent?.split(" · ")[1] ?? "",
      ]),
    );
  const { state } = lv.signedSheet;
  const phoneWords = new Map(
    (["present", "absent", "contradicted"] as const).map((one) => [state[one], lv.attendance[one]]),
  );
  return Object.fromEntries(rows.map(([name, words = ""]) => [name, phoneWords.get(words) ?? ""]));
}
