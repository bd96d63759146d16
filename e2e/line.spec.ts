import { expect, test } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { register } from "#domain/registration/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { readRunning } from "#scripts/product/data-folder.ts";
import { aCall, anEmployee } from "./calls.ts";
import { enter, mailTo } from "./people.ts";

const words = lv.municipality.delegation;

test("all or none of three are passed over for a single, keep their place, and are seated when three seats are free", async ({
  page,
  context,
}) => {
  const call = await aCall(5);
  const others = { slug: call.slug, municipality: await anOrganisation("municipality") };
  const seated = [];
  for (const name of ["Kalniņa", "Ozoliņa", "Liepiņa"]) seated.push(await anEmployee(others, name));
  await enter(context, call.coordinator.userId);
  await page.goto(`/municipality/trips/${call.slug}/delegation`);
  await page.locator("#unnamed").fill("3");
  await page.getByText(words.all).click();
  await page.getByRole("button", { name: words.submit }).click();
  await expect(page.getByRole("status")).toHaveText(words.done.sent);
  const row = page.locator("tbody tr").first();
  await expect(row).toContainText("Rindā, 1.\u00a0vieta");
  await expect(row).toContainText("tik daudz vietu reizē (3) pašlaik nav brīvas");

  const single = await anEmployee(others, "Bērziņa");
  await mailTo(page, single.person.email, /Vieta apstiprināta/);
  await page.reload();
  await expect(row).toContainText("Rindā, 1.\u00a0vieta");

  for (const { person, id } of seated.slice(0, 2)) {
    expect(await withdraw(person, { registrationId: id }, new Date())).toMatchObject({ ok: true });
  }
  await mailTo(page, call.coordinator.email, /saņēmusi vietas no rindas/);
  await page.reload();
  await expect(page.locator("main .lead")).toContainText("ir 3 vietas");
  await expect(page.locator("tbody .state.waiting")).toHaveCount(0);
});

test("a place without a name is given back from the municipality's page", async ({
  page,
  context,
}) => {
  const call = await aCall(2);
  await enter(context, call.coordinator.userId);
  await page.goto(`/municipality/trips/${call.slug}/delegation`);
  await page.locator("#unnamed").fill("2");
  await page.getByRole("button", { name: words.submit }).click();
  await expect(page.getByRole("status")).toHaveText(words.done.sent);
  const late = await anEmployee(
    { slug: call.slug, municipality: await anOrganisation("municipality") },
    "Bērziņa",
  );
  await mailTo(page, late.person.email, /Rindā, 1\.\svieta/);
  await page
    .getByRole("link", { name: `: ${lv.municipality.sent.nobody}` })
    .first()
    .click();
  await page.getByRole("button", { name: lv.replacement.giveBack }).click();
  await page.waitForURL(/municipality$/);
  await page.goto(`/municipality/trips/${call.slug}`);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await mailTo(page, late.person.email, /Jūsu kārta rindā ir pienākusi/);
});

test("kept seats whose hour passed while the worker stood still go to the line once, as soon as it works again", async ({
  page,
  context,
}) => {
  const worker = readRunning(process.env.DATA_DIR ?? "")?.processes.find(
    ({ name }) => name === "worker",
  );
  if (!worker) throw new Error("No worker runs");
  process.kill(worker.pid, "SIGSTOP");
  try {
    const trip = await anOpenTrip({ capacity: 3 });
    const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000);
    const set = await setSeats(
      trip.organiser,
      {
        tripId: trip.tripId,
        capacity: 3,
        allocationOrder: "first-come",
        releaseAt: minutesAgo(5),
        promotionEndsAt: new Date(Date.now() + 3_600_000),
        namesFrozenAt: new Date(Date.now() + 3_600_000),
        signOffHours: null,
        quotas: [
          { organisationId: await anOrganisation("municipality"), guaranteed: 3, maximum: null },
        ],
      },
      minutesAgo(10),
    );
    expect(set.ok).toBe(true);
    const person = await aPerson();
    const answers = {
      givenName: "Anna",
      familyName: "Bērziņa",
      phone: "20123456",
      institution: "",
    };
    const wish = {
      ...answers,
      organisation: await anOrganisation("municipality"),
      position: "juriste",
      tripSlug: trip.slug,
      locale: "lv" as const,
    };
    const waiting = await register(person, wish, minutesAgo(8));
    expect(waiting).toMatchObject({ ok: true, state: "waiting", waitingReason: "kept" });
    await enter(context, person.userId);
    await page.goto(`/trips/${trip.slug}/registration`);
    await expect(page.locator(".answer")).toHaveText("Rindā, 1. vieta");

    process.kill(worker.pid, "SIGCONT");
    // The clock of the worker strikes each minute.
    await expect(async () => {
      await page.reload();
      await expect(page.locator(".answer")).toHaveText(lv.registration.state.confirmed, {
        timeout: 500,
      });
    }).toPass({ timeout: 120_000 });
    await mailTo(page, person.email, /Jūsu kārta rindā ir pienākusi/);
    const released = and(eq(auditEntry.tripId, trip.tripId), eq(auditEntry.action, "seat.release"));
    expect(await database().$count(auditEntry, released)).toBe(1);
  } finally {
    process.kill(worker.pid, "SIGCONT");
  }
});
