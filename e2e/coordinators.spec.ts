import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { setSeats } from "#domain/seat/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { expectNoComplaints } from "./axe.ts";
import { enter, enterAs, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const hour = 3_600_000;

/** A trip on which three seats are kept for a municipality of today. */
async function aCallFor() {
  const organisationId = await anOrganisation("municipality");
  const name = `Novads ${organisationId.slice(0, 8)}`;
  await database().update(organisation).set({ name }).where(eq(organisation.id, organisationId));
  const trip = await anOpenTrip({ capacity: 10 });
  const until = new Date(Date.now() + 48 * hour);
  const set = await setSeats(
    trip.organiser,
    {
      tripId: trip.tripId,
      capacity: 10,
      allocationOrder: "first-come",
      releaseAt: until,
      promotionEndsAt: until,
      namesFrozenAt: until,
      signOffHours: null,
      quotas: [{ organisationId, guaranteed: 3, maximum: 5 }],
    },
    new Date(),
  );
  expect(set.ok).toBe(true);
  return { ...trip, municipality: { id: organisationId, name } };
}

inEveryWay((hand, javaScriptEnabled) => {
  test("somebody asks for the role, the organiser gives it, and the municipality's page shows its kept seats", async ({
    page,
    context,
  }) => {
    const { slug, organiser, municipality } = await aCallFor();
    const email = newAddress();
    const userId = await enterAs(context, email);
    await page.goto(`/trips/${slug}`);
    await hand.press(page.locator(".seats").getByRole("link", { name: /koordinators/ }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(lv.municipality.role.title);
    await hand.press(page.getByRole("button", { name: lv.municipality.role.submit }));
    await expect(page.locator("#request .summary")).toContainText(
      lv.organise.problem.roleNoteMissing,
    );
    await hand.choose(page.locator("#organisationId"), municipality.id);
    await hand.write(page.locator("#note"), "Kancelejas vadītāja");
    await hand.press(page.getByRole("button", { name: lv.municipality.role.submit }));
    await expect(page.getByRole("status")).toHaveText(lv.municipality.role.done.asked);
    await expect(page.locator(".entries")).toContainText(lv.municipality.role.state.open);

    await context.clearCookies();
    await enter(context, organiser.userId);
    await page.goto("/organise");
    await hand.press(page.getByRole("link", { name: /Pašvaldību koordinatori/ }));
    const request = page.locator(".entries > li").filter({ hasText: email });
    await expect(request).toContainText("Kancelejas vadītāja");
    await hand.press(request.getByRole("button", { name: lv.organise.coordinators.approve }));
    await expect(page.locator("p.notice")).toHaveText(lv.organise.coordinators.done.approved);
    await expect(page.getByRole("row").filter({ hasText: email })).toContainText(municipality.name);

    expect(await mailTo(page, email, /Koordinatora loma apstiprināta/)).toContain("/municipality");
    await context.clearCookies();
    await enter(context, userId);
    await page.goto("/me");
    await hand.press(page.getByRole("link", { name: lv.me.municipality }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(municipality.name);
    const call = page
      .locator(".entries > li")
      .filter({ has: page.locator(`a[href="/trips/${slug}"]`) });
    await expect(call).toContainText(/ir rezervētas 3\svietas/);
    await expect(call).toContainText("ne vairāk kā 5");
    if (javaScriptEnabled) await expectNoComplaints(page, "a municipality's page");
  });
});

test("an organiser turns a request down with a reason, and takes a role back", async ({
  page,
  context,
}) => {
  const { organiser, municipality } = await aCallFor();
  const email = newAddress();
  await enterAs(context, email);
  await page.goto("/municipality/role");
  await page.locator("#organisationId").selectOption(municipality.id);
  await page.locator("#note").fill("Skolotāja");
  await page.getByRole("button", { name: lv.municipality.role.submit }).click();
  await expect(page.getByRole("status")).toBeVisible();

  await context.clearCookies();
  await enter(context, organiser.userId);
  await page.goto("/organise/coordinators");
  const request = page.locator(".entries > li").filter({ hasText: email });
  await request.getByText(lv.organise.coordinators.refuse).click();
  await request.getByRole("button", { name: lv.organise.coordinators.refuseNow }).click();
  await expect(request.getByRole("alert")).toContainText(lv.organise.problem.refusalReasonMissing);
  await expectNoComplaints(page, "a request that is refused without a reason");
  await request.getByRole("textbox").fill("Vispirms saskaņojiet ar izpilddirektoru.");
  await request.getByRole("button", { name: lv.organise.coordinators.refuseNow }).click();
  await expect(page.locator("p.notice")).toHaveText(lv.organise.coordinators.done.refused);
  expect(await mailTo(page, email, /nav piešķirta/)).toContain("izpilddirektoru");

  const other = newAddress();
  const form = page.locator("#invitation");
  await form.getByRole("button", { name: lv.organise.coordinators.inviteNow }).click();
  await expect(form.getByRole("alert")).toContainText(lv.organise.problem.municipalityMissing);
  await form.locator("#organisationId").selectOption(municipality.id);
  await form.locator("#email").fill(other);
  await form.getByRole("button", { name: lv.organise.coordinators.inviteNow }).click();
  await expect(page.locator("p.notice")).toHaveText(lv.organise.coordinators.done.invited);
  await mailTo(page, other, /Jums ir piešķirta koordinatora loma/);
  await page.locator("#search").fill(other);
  await page.getByRole("button", { name: lv.organise.registrations.find }).click();
  const row = page.getByRole("row").filter({ hasText: other });
  await row.getByText(lv.organise.coordinators.takeBack).click();
  await row.getByRole("button", { name: lv.organise.coordinators.takeBackNow }).click();
  await expect(page.locator("p.notice")).toHaveText(lv.organise.coordinators.done.removed);
  await mailTo(page, other, /Koordinatora loma ir atsaukta/);
});
