import { expect, test } from "@playwright/test";
import lv from "#messages/lv.json" with { type: "json" };
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee } from "./calls.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

inEveryWay((hand, javaScriptEnabled) => {
  test("somebody gives the own trips to a calendar, and makes a new address when the old one got around", async ({
    page,
    context,
    request,
  }) => {
    const call = await aCall(5);
    const { person } = await anEmployee(call, "Bērziņa");
    await enter(context, person.userId);
    await page.goto("/me");
    if (javaScriptEnabled) await expectNoComplaints(page, "one's own page with the calendar");
    const field = page.getByLabel(lv.calendar.address);
    const address = await field.inputValue();
    const calendar = await request.get(address);
    expect(calendar.status()).toBe(200);
    expect(calendar.headers()).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "no-store",
    });
    expect(await calendar.text()).toContain("STATUS:CONFIRMED");
    await hand.press(page.getByRole("button", { name: lv.calendar.renew }));
    await expect(page.getByRole("status")).toHaveText(lv.me.done.calendar);
    expect(await field.inputValue()).not.toBe(address);
    expect((await request.get(address)).status()).toBe(404);
    expect((await request.get(await field.inputValue())).status()).toBe(200);
  });
});

test("whoever finds a trip takes its days along, in the language of the page", async ({
  page,
  request,
}) => {
  const { slug } = await aCall(5);
  await page.goto(`/en/trips/${slug}`);
  const link = page.locator(".papers a", { hasText: "Add to the calendar" });
  await expect(link).toHaveAttribute("href", `/en/trips/${slug}/calendar.ics`);
  const found = await request.get(`/en/trips/${slug}/calendar.ics`);
  expect(found.status()).toBe(200);
  const text = await found.text();
  expect(text).toContain("METHOD:PUBLISH");
  expect(text).toContain(`/en/trips/${slug}/itinerary`);
  const tag = found.headers().etag ?? "";
  const again = { headers: { "if-none-match": tag } };
  expect((await request.get(`/en/trips/${slug}/calendar.ics`, again)).status()).toBe(304);
  for (const missing of ["/trips/nav/calendar.ics", "/calendars/nav.ics", "/calendars/nav"]) {
    expect((await request.get(missing)).status(), missing).toBe(404);
  }
});
