import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { database } from "#db/client.ts";
import { tripDay } from "#db/schema/trip.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { completeTrip } from "#domain/trip-state/commands.ts";
import { addDays, dateInRiga, momentInRiga } from "#lib/dates.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { readPdf } from "#scripts/checks/pdf.ts";
import { expectNoComplaints } from "./axe.ts";
import { aCall, anEmployee } from "./calls.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.papers;

/** A trip with an itinerary of one version, and two people on it. */
async function aTripOnPaper() {
  const call = await aCall(5);
  const { tripId, date, organiser } = call;
  const now = new Date();
  const visit = {
    kind: "visit" as const,
    starts: "10:00",
    ends: "12:30",
    title: { lv: "Ķēžu darbnīca" },
  };
  const rest = { note: null, hostId: null, placeId: null, speakerIds: [] };
  const added = await addItem(organiser, { ...visit, ...rest, tripId, date }, now);
  if (!added.ok) throw new Error(added.reason);
  const published = await publishItinerary(organiser, { tripId, note: "Pirmā" }, now);
  expect(published.ok).toBe(true);
  const [first, second] = [await anEmployee(call, "Ķeizare"), await anEmployee(call, "Žagars")];
  return { ...call, itemId: added.itemId, first, second };
}

type OnPaper = Awaited<ReturnType<typeof aTripOnPaper>>;

/** The trip's only day was yesterday, and these were there. */
async function itIsOver({ tripId, organiser }: OnPaper, present: string[]) {
  const date = addDays(dateInRiga(new Date()), -1);
  await database().update(tripDay).set({ date }).where(eq(tripDay.tripId, tripId));
  for (const registrationId of present) {
    const deviceAt = momentInRiga(date, "10:00");
    const mark = {
      id: randomUUID(),
      tripId,
      registrationId,
      date,
      present: true,
      device: "phone",
      deviceAt,
    };
    expect((await recordAttendance(organiser, mark, new Date())).ok).toBe(true);
  }
  expect((await completeTrip(organiser, { tripId }, new Date())).ok).toBe(true);
}

inEveryWay((hand, javaScriptEnabled) => {
  test("an organiser opens a sheet of signatures for one municipality", async ({
    page,
    context,
  }) => {
    const trip = await aTripOnPaper();
    await enter(context, trip.organiser.userId);
    await page.goto(`/organise/trips/${trip.slug}`);
    await hand.press(page.getByRole("link", { name: lv.organise.steps.papers }));
    if (javaScriptEnabled) await expectNoComplaints(page, "papers of a trip");
    const form = page.getByRole("form", { name: words.sheet.title });
    await hand.choose(form.getByLabel(words.part), `municipality:${trip.municipality}`);
    const address = await form.evaluate((element: HTMLFormElement) => {
      const query = new URLSearchParams(new FormData(element) as never);
      return `${element.action}?${query}`;
    });
    const pdf = await page.request.get(address);
    expect(pdf.headers()).toMatchObject({
      "content-type": "application/pdf",
      "cache-control": "no-store",
    });
    const { text, isUniversal } = readPdf(await pdf.body());
    expect(isUniversal).toBe(true);
    expect(text).toContain("Anna Ķeizare");
    expect(text.indexOf("Ķeizare")).toBeLessThan(text.indexOf("Žagars"));
  });

  test("an organiser writes own words for letters, and a field that there is not is refused with nothing lost", async ({
    page,
    context,
  }) => {
    const trip = await aTripOnPaper();
    await enter(context, trip.organiser.userId);
    await page.goto(`/organise/trips/${trip.slug}/papers/wordings/invitation`);
    const text = page.locator('[name="text.lv"]');
    await hand.write(text, "Cienījamie kolēģi! Aicinām: {vards}.");
    await hand.press(page.getByRole("button", { name: words.wording.save }));
    await expect(page.locator(".field .error").first()).toContainText("{vards}");
    await expect(text).toHaveValue("Cienījamie kolēģi! Aicinām: {vards}.");
    if (javaScriptEnabled) await expectNoComplaints(page, "refused words of a letter");
    await hand.write(text, "Cienījamie kolēģi! Aicinām: {name}.");
    if (javaScriptEnabled) {
      await expect(page.locator(".sample").first()).toContainText("Aicinām: Anna Ozola.");
    }
    await hand.press(page.getByRole("button", { name: words.wording.save }));
    await expect(page.getByRole("status")).toHaveText(words.wording.saved);
    const letter = await page.request.get(`/registrations/${trip.first.id}/invitation.pdf`);
    expect(readPdf(await letter.body()).text).toContain(
      "Cienījamie kolēģi! Aicinām: Anna Ķeizare.",
    );
  });

  test("all certificates are made at once, and each can be checked by whoever holds it", async ({
    page,
    context,
    browser,
  }) => {
    const trip = await aTripOnPaper();
    await itIsOver(trip, [trip.first.id]);
    await enter(context, trip.organiser.userId);
    await page.goto(`/organise/trips/${trip.slug}/papers`);
    await hand.press(page.getByRole("button", { name: words.batch.certificateStart }));
    const whole = page.getByRole("link", { name: words.batch.pdf });
    await expect(whole).toBeVisible();
    const at = async (name: string) =>
      (await page.getByRole("link", { name }).getAttribute("href")) ?? "";
    const pdf = readPdf(await (await page.request.get(await at(words.batch.pdf))).body());
    expect(pdf).toMatchObject({ pages: 1, isUniversal: true });
    const zip = await (await page.request.get(await at(words.batch.zip))).body();
    expect(Object.keys(unzipSync(new Uint8Array(zip)))).toEqual(["1 Anna Ķeizare.pdf"]);
    const [, id] = /certificates\/([0-9a-f-]{36})/.exec(pdf.text.replaceAll(" ", "")) ?? [];
    const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await stranger.goto(`/certificates/${id}`);
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(words.confirmation.title);
    await expect(stranger.locator(".facts")).toContainText("Anna Ķeizare");
    if (javaScriptEnabled) await expectNoComplaints(stranger, "a certificate that is checked");
    await stranger.context().close();
  });
});

test("a traveller's own itinerary marks what is new since it was printed last", async ({
  page,
  context,
}) => {
  const trip = await aTripOnPaper();
  await enter(context, trip.first.person.userId);
  const print = async () => {
    const pdf = await page.request.get(`/registrations/${trip.first.id}/itinerary.pdf`);
    return readPdf(await pdf.body()).text;
  };
  const before = await print();
  expect(before).toContain("Anna Ķeizare");
  expect(before).not.toContain(words.added);
  const { tripId, date, organiser } = trip;
  const talk = { kind: "talk" as const, starts: "13:00", ends: "14:00", title: { lv: "Saruna" } };
  const rest = { note: null, hostId: null, placeId: null, speakerIds: [] };
  await addItem(organiser, { ...talk, ...rest, tripId, date }, new Date());
  await publishItinerary(organiser, { tripId, note: "Saruna" }, new Date());
  expect(await print()).toContain(`${words.added} Saruna`);
  // The same version opened once more has its marks still.
  expect(await print()).toContain(`${words.added} Saruna`);
});

test("papers of one person are found by nobody else", async ({ page, context }) => {
  const trip = await aTripOnPaper();
  await itIsOver(trip, [trip.first.id]);
  const status = async (paper: string) =>
    (await page.request.get(`/registrations/${trip.first.id}/${paper}.pdf`)).status();
  const all = ["itinerary", "invitation", "certificate"];
  const found = async () => Promise.all(all.map(status));
  expect(await found()).toEqual([404, 404, 404]);
  await enter(context, trip.second.person.userId);
  expect(await found()).toEqual([404, 404, 404]);
  await enter(context, trip.coordinator.userId);
  expect(await found()).toEqual([404, 200, 200]);
  await enter(context, trip.organiser.userId);
  expect(await found()).toEqual([404, 200, 200]);
  await enter(context, trip.first.person.userId);
  expect(await found()).toEqual([200, 200, 200]);
});
