import { expect, type Page, test } from "@playwright/test";
import { register } from "#domain/registration/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.organise;

async function aTraveller(slug: string, familyName: string) {
  const actor = await aPerson();
  const organisation = await anOrganisation("municipality");
  const answers = { givenName: "Anna", familyName, phone: "20123456", organisation };
  const rest = { institution: "", position: "juriste", tripSlug: slug, locale: "lv" as const };
  const outcome = await register(actor, { ...answers, ...rest }, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return actor;
}

const notice = (page: Page) => page.locator(".notice");

inEveryWay((hand) => {
  test("people choose where they get on and how they sleep; the organiser prints who is where", async ({
    page,
    context,
  }) => {
    const trip = await anOpenTrip();
    const [anna, ilze] = [
      await aTraveller(trip.slug, "Zīle"),
      await aTraveller(trip.slug, "Ozola"),
    ];
    const own = `/organise/trips/${trip.slug}`;
    await enter(context, trip.organiser.userId);
    await page.goto(`${own}/travel`);
    await hand.write(page.locator("#name"), "Lielais autobuss");
    await hand.write(page.locator("#seats"), "1");
    await hand.press(page.getByRole("button", { name: words.travel.saveVehicle }));
    await expect(notice(page)).toHaveText(words.travel.done.vehicle);
    await hand.write(page.locator("#stop-spot"), "Pie domes");
    await hand.write(page.locator("#stop-clock"), "07:30");
    await hand.press(page.locator("#stop").getByRole("button"));
    await expect(notice(page)).toHaveText(words.travel.done.pickup);
    await page.goto(`${own}/rooms`);
    await hand.write(page.locator("#name"), "Viesnīca „Līva“");
    await hand.press(page.getByRole("button", { name: words.rooms.saveLodging }));
    await expect(notice(page)).toHaveText(words.rooms.done.lodging);
    await hand.press(page.locator("summary").filter({ hasText: words.rooms.addRooms }));
    await hand.write(page.locator('[name="count"]'), "1");
    await hand.press(page.getByRole("button", { name: words.rooms.saveRooms }));
    await expect(notice(page)).toHaveText(words.rooms.done.rooms);

    for (const [actor, mate] of [
      [anna, "Anna Ozola"],
      [ilze, "anna zile"],
    ] as const) {
      await enter(context, actor.userId);
      await page.goto(`/trips/${trip.slug}/registration/room`);
      await hand.press(page.locator('[name="kind"]').first());
      await page.keyboard.press("ArrowDown");
      await hand.write(page.locator("#mate"), mate);
      await hand.press(page.getByRole("button", { name: lv.registration.room.submit }));
      await expect(notice(page)).toHaveText(lv.registration.room.done);
      await page.goto(`/trips/${trip.slug}/registration/pickup`);
      await hand.press(page.locator('[name="pickupId"]').first());
      await hand.press(page.getByRole("button", { name: lv.registration.pickup.submit }));
      if (actor === anna) await expect(notice(page)).toHaveText(lv.registration.pickup.done);
      else await expect(page.locator(".error").first()).toHaveText(words.refusal.vehicleFull);
    }

    await enter(context, trip.organiser.userId);
    await page.goto(`${own}/travel`);
    await hand.press(page.getByRole("link", { name: words.travel.manifest }));
    await expect(page.locator("table").first()).toContainText("Zīle, Anna");
    await expect(page.locator("main")).toContainText("Iekāpšanas vietu nav izvēlējies 1 cilvēks.");
    await page.goto(`${own}/rooms`);
    await hand.press(page.getByRole("button", { name: words.rooms.byWishes }));
    await expect(notice(page)).toContainText("Pēc vēlmēm izmitināti 2 cilvēki");
    await hand.press(page.getByRole("link", { name: words.rooms.list }));
    await expect(page.locator("tbody tr")).toContainText("Anna Ozola, Anna Zīle");
    await expect(page.locator("main")).not.toContainText("20123456");
  });
});
