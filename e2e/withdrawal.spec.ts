import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { trip } from "#db/schema/trip.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee, linkIn, nameSomebody } from "./calls.ts";
import { enter, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.registration.withdrawal;

inEveryWay((hand, javaScriptEnabled) => {
  test("somebody withdraws by the link of a mail, without signing in and without a reason", async ({
    page,
  }) => {
    const { person } = await anEmployee(await aCall(5), "Bērziņa");
    const link = linkIn(await mailTo(page, person.email, /Vieta apstiprināta/), "withdrawals");
    await page.goto(link);
    if (javaScriptEnabled) await expectNoComplaints(page, "a withdrawal by link");
    await hand.press(page.getByRole("button", { name: words.submit }));
    await expect(page.getByRole("status")).toHaveText(words.done);
    await mailTo(page, person.email, /Dalība atsaukta/);
    await page.goto(link);
    await expect(page.getByRole("status")).toHaveText(words.done);
  });

  test("after the deadline the municipality is asked first, and names somebody else", async ({
    page,
    context,
  }) => {
    const call = await aCall(5);
    const { person } = await anEmployee(call, "Bērziņa");
    const link = linkIn(await mailTo(page, person.email, /Vieta apstiprināta/), "withdrawals");
    await overdue(call.tripId);
    await page.goto(link);
    await expect(page.locator("main .lead")).toContainText("vispirms jautāsim Jūsu pašvaldībai");
    await hand.press(page.getByRole("button", { name: words.submit }));
    await expect(page.getByRole("status")).toContainText("Paldies, ka darījāt to zināmu!");
    await hand.press(page.getByRole("button", { name: words.comeAfterAll }));
    await hand.press(page.getByRole("button", { name: words.submit }));
    await expect(page.getByRole("status")).toContainText("Paldies, ka darījāt to zināmu!");
    await mailTo(page, person.email, /Atteikšanās ir saņemta/);
    await mailTo(page, call.coordinator.email, /Anna Bērziņa .* nevarēs piedalīties/);

    await enter(context, call.coordinator.userId);
    await page.goto("/municipality");
    await hand.press(page.getByRole("link", { name: /: Anna Bērziņa$/ }).first());
    if (javaScriptEnabled) await expectNoComplaints(page, "somebody else is asked for");
    const email = newAddress();
    await nameSomebody(page, hand, "#replace", { givenName: "Ilze", familyName: "Zīle", email });
    await hand.press(page.getByRole("button", { name: lv.replacement.submit, exact: true }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ilze Zīle");
    await mailTo(page, email, /Zīle/);
    await mailTo(page, person.email, /Jūsu vietā piedalīsies Ilze Zīle/);
    expect((await page.goto(link))?.status()).toBe(404);
  });

  test("somebody proposes another, takes it back, proposes again, and the coordinator accepts", async ({
    page,
    context,
    browser,
  }) => {
    const call = await aCall(5);
    const { person } = await anEmployee(call, "Bērziņa");
    await enter(context, person.userId);
    await page.goto(`/trips/${call.slug}/registration`);
    await hand.press(page.getByRole("link", { name: lv.registration.answer.replacement }));
    await hand.press(page.getByRole("button", { name: lv.replacement.propose.submit }));
    await expect(page.locator("#givenName-error")).toHaveText(lv.errors.givenNameMissing);
    const email = newAddress();
    const other = { givenName: "Ilze", familyName: "Šmite", email };
    await nameSomebody(page, hand, "main", other);
    if (javaScriptEnabled) await expectNoComplaints(page, "a proposal");
    await hand.press(page.getByRole("button", { name: lv.replacement.propose.submit }));
    await expect(page.getByRole("status")).toContainText("Ilze Šmite");
    await hand.press(page.getByRole("button", { name: lv.replacement.propose.takeBack }));
    await nameSomebody(page, hand, "main", other);
    await hand.press(page.getByRole("button", { name: lv.replacement.propose.submit }));
    await expect(page.getByRole("status")).toContainText("Ilze Šmite");

    const office = await browser.newContext({ javaScriptEnabled });
    await enter(office, call.coordinator.userId);
    const desk = await office.newPage();
    await mailTo(desk, call.coordinator.email, /Ilze Šmite/);
    await desk.goto("/municipality");
    await hand.press(
      desk.getByRole("link", { name: `${lv.municipality.decide.proposal}: Anna Bērziņa` }),
    );
    await expect(desk.locator("main")).toContainText(email);
    if (javaScriptEnabled) await expectNoComplaints(desk, "a proposal to decide on");
    await hand.press(desk.getByRole("button", { name: lv.replacement.accept, exact: true }));
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Ilze Šmite");
    await mailTo(desk, person.email, /Jūsu vietā piedalīsies Ilze Šmite/);
    await office.close();
  });
});

/** The trip takes no more registrations. */
async function overdue(tripId: string): Promise<void> {
  const registrationDeadline = new Date(Date.now() - 60_000);
  await database().update(trip).set({ registrationDeadline }).where(eq(trip.id, tripId));
}
