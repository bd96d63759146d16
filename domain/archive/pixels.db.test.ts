import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { signedSheet } from "#db/schema/sheet.ts";
import { tripDay } from "#db/schema/trip.ts";
import { sheetsToTake } from "#domain/archive-evidence/queries.ts";
import type { SheetEntry } from "#domain/archive-evidence/schema.ts";
import { aBomb, aPngThatSays, withWords } from "#scripts/checks/bomb.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { aPdf } from "#scripts/checks/their-questions.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";
import type { TripArchive } from "./schema.ts";

let made: DayOfTrip;

beforeEach(async () => {
  made = await aDayOfTrip();
});

const exported = async () =>
  (await archiveOfTrip(made.organiser, made.slug, { people: true, sheets: true })) as TripArchive;

const factsOf = (content: Uint8Array) => ({
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
});

const addedAt = "2026-06-13T09:00:00.000Z";

/** What is said of a file with these pictures as signed sheets. */
async function imported(...pictures: Buffer[]) {
  const file = await exported();
  const sheets = pictures.map((content, index): SheetEntry => {
    const sheet = { date: made.day.date, name: `${index}.png`, type: "image/png" as const };
    const by = { addedBy: "kads@example.lv", addedAt };
    return { ...sheet, ...by, ...factsOf(content), content: content.toString("base64") };
  });
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const evidence = { ...file.evidence, sheets };
  const text = JSON.stringify({ ...file, evidence });
  const days = await database().$count(tripDay);
  const outcome = await importTrip(organiser, { organisationId, text }, new Date());
  expect(await database().$count(tripDay)).toBe(days);
  if (outcome.ok || outcome.reason !== "problems") throw new Error(JSON.stringify(outcome));
  return outcome.problems.map(({ path, reason }) => `${path.join(".")}: ${reason}`);
}

test("signed sheets that say they have more pixels together than a server can read are opened by nobody", async () => {
  const tooMany = ["evidence.sheets: sheetsTooManyPixels"];
  expect(await imported(aPngThatSays(100_000, 100_000))).toEqual(tooMany);
  // None of these could be opened, which would be told of each.
  const many = Array.from({ length: 40 }, (_, index) => aPngThatSays(3_000, 2_501 + index));
  expect(await imported(...many)).toEqual(tooMany);
  expect(await imported(...many.slice(1, 4))).toEqual([
    "evidence.sheets.0.content: sheetOtherContent",
    "evidence.sheets.1.content: sheetOtherContent",
    "evidence.sheets.2.content: sheetOtherContent",
  ]);
});

test("pictures of a megabyte that fill the memory are refused by what they say", async () => {
  const many = await Promise.all([0, 1, 2, 3].map((more) => aBomb(10_000, 8_000 + more)));
  expect(await imported(...many)).toEqual(["evidence.sheets: sheetsTooManyPixels"]);
});

test("pictures with words beside them that would fill the memory are refused as well", async () => {
  const many = await Promise.all([0, 1, 2, 3].map((more) => aBomb(300, 200 + more)));
  const worded = many.map(withWords);
  expect(worded.every(({ length }) => length < 60_000)).toBe(true);
  expect(await imported(...worded)).toEqual(
    [0, 1, 2, 3].map((index) => `evidence.sheets.${index}.content: sheetOtherContent`),
  );
});

test("sheets with more pixels than one file takes are left out when it is made, and counted before", async () => {
  const bomb = await aBomb(10_000, 8_000, "jpeg");
  // The colours of a camera come before the size, further than the beginning of a file is looked at.
  const late = Buffer.concat([bomb.subarray(0, 2), colours(), bomb.subarray(2)]);
  const contents = [aPdf, bomb, late, Buffer.concat([bomb, aPdf]), Buffer.concat([late, aPdf])];
  const [day] = await database()
    .select({ id: tripDay.id })
    .from(tripDay)
    .where(eq(tripDay.tripId, made.tripId));
  for (const [index, content] of contents.entries()) {
    await database()
      .insert(signedSheet)
      .values({
        tripDayId: day?.id ?? "",
        name: `${index}`,
        type: content === aPdf ? "application/pdf" : "image/jpeg",
        ...factsOf(content),
        content: Buffer.from(content),
        addedBy: made.organiser.userId,
        addedAt: new Date(Date.parse(addedAt) + index),
      });
  }
  const { evidence } = await exported();
  expect(evidence?.sheets.map(({ content }) => content !== null)).toEqual([
    ...[true, true, true, true],
    false,
  ]);
  expect(await sheetsToTake(made.organiser, made.slug)).toMatchObject({ sheets: 5, fitting: 4 });
});

/** A segment of a JPEG with 60,000 bytes of nothing. */
function colours(): Buffer {
  const segment = Buffer.alloc(60_002);
  segment.set([0xff, 0xe2]);
  segment.writeUInt16BE(60_000, 2);
  return segment;
}
