import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { attendanceExport } from "#domain/attendance-export/queries.ts";
import { tripBoard } from "#domain/board/queries.ts";
import { lockDay, reopenDay } from "#domain/day-lock/commands.ts";
import { sheetOfDay } from "#domain/sheet/queries.ts";
import { compareSheet } from "#domain/signature/commands.ts";
import { statisticsExport } from "#domain/statistics/queries.ts";
import { completeTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { anOrganisation, aPerson, strangersTo } from "#scripts/checks/factories.ts";
import { aSheet, aWalkIn } from "#scripts/checks/sheets.ts";
import { addWalkIn, removeWalkIn } from "./commands.ts";
import { walkInsOfDay } from "./queries.ts";

const longAfter = momentInRiga("2026-07-12", "10:00");

let trip: DayOfTrip;

beforeEach(async () => {
  trip = await aDayOfTrip();
});

const person = () => ({
  ...trip.day,
  id: randomUUID(),
  givenName: "Jānis",
  familyName: "Ozols",
  organisationId: null,
  institution: "Ozolu skola",
});

const removal = (walkInId: string, reason = "Ir sarakstā.") => ({
  ...trip.day,
  id: randomUUID(),
  walkInId,
  reason,
});

const here = async () =>
  (await walkInsOfDay(trip.organiser, trip.slug, trip.day.date, trip.evening))?.people.map(
    ({ familyName, from }) => `${familyName}, ${from}`,
  );

describe("on the page of a day, somebody who came along", () => {
  it("is written down once, however often it is sent", async () => {
    const ozols = person();
    const sent = await Promise.all(
      [1, 2, 3].map(() => addWalkIn(trip.organiser, ozols, trip.evening)),
    );
    expect(sent.map((one) => one.ok && one.added).sort()).toEqual([false, false, true]);
    expect(await addWalkIn(trip.organiser, ozols, trip.evening)).toEqual({
      ok: true,
      added: false,
    });
    expect(await here()).toEqual(["Ozols, Ozolu skola"]);
  });

  it("has a name and a place, and is told to be there already", async () => {
    const nothing = { ...person(), givenName: " ", familyName: "", institution: "" };
    expect(await addWalkIn(trip.organiser, nothing, trip.evening)).toEqual({
      ok: false,
      reason: "invalid",
      detail: {
        givenName: "givenNameMissing",
        familyName: "familyNameMissing",
        institution: "walkInFromMissing",
      },
    });
    const from = (organisationId: string | null) => ({
      ...person(),
      organisationId,
      institution: null,
    });
    const fromNowhere = {
      ok: false,
      reason: "invalid",
      detail: { institution: "walkInFromMissing" },
    };
    expect(await addWalkIn(trip.organiser, from(null), trip.evening)).toEqual(fromNowhere);
    const host = await anOrganisation("host");
    expect(await addWalkIn(trip.organiser, from(host), trip.evening)).toEqual(fromNowhere);
    await aWalkIn(trip.organiser, trip.day);
    expect(await addWalkIn(trip.organiser, person(), trip.evening)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { familyName: "walkInKnown" },
    });
  });

  it("is removed with a reason, once, and can be written down again", async () => {
    const id = await aWalkIn(trip.organiser, trip.day);
    expect(await removeWalkIn(trip.organiser, removal(id, " "), trip.evening)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { reason: "walkInReasonMissing" },
    });
    expect(await removeWalkIn(trip.organiser, removal(randomUUID()), trip.evening)).toEqual({
      ok: false,
      reason: "notFound",
    });
    expect(await removeWalkIn(trip.organiser, removal(id), trip.evening)).toEqual({
      ok: true,
      removed: true,
    });
    expect(await removeWalkIn(trip.organiser, removal(id), trip.evening)).toEqual({
      ok: true,
      removed: false,
    });
    expect(await here()).toEqual([]);
    await aWalkIn(trip.organiser, trip.day);
    expect(await here()).toEqual(["Ozols, Ozolu skola"]);
    const history = (await sheetOfDay(trip.organiser, trip.slug, trip.day.date))?.history;
    expect(history?.map(({ kind }) => kind).sort()).toEqual([
      "walkInAdded",
      "walkInAdded",
      "walkInRemoved",
    ]);
  });

  it("is the organiser's to write down until the day is locked, and the crew's while the trip runs", async () => {
    const crew = await aPerson({ role: "crew", organisationId: trip.organisationId });
    expect(await addWalkIn(crew, person(), longAfter)).toEqual({ ok: false, reason: "notFound" });
    await completeTrip(trip.organiser, { tripId: trip.tripId }, trip.evening);
    expect(await addWalkIn(crew, person(), trip.evening)).toEqual({
      ok: false,
      reason: "completed",
    });
    const id = await aWalkIn(trip.organiser, trip.day);
    await lockDay(trip.organiser, trip.day, trip.evening);
    expect(await addWalkIn(trip.organiser, person(), longAfter)).toEqual({
      ok: false,
      reason: "dayLocked",
    });
    expect(await removeWalkIn(trip.organiser, removal(id), longAfter)).toEqual({
      ok: false,
      reason: "dayLocked",
    });
    await reopenDay(trip.organiser, { ...trip.day, reason: "Otra lapa." }, longAfter);
    expect(await removeWalkIn(trip.organiser, removal(id), longAfter)).toMatchObject({ ok: true });
  });

  it("is nobody's else to read or write", async () => {
    const id = await aWalkIn(trip.organiser, trip.day);
    const notFound = { ok: false, reason: "notFound" };
    for (const stranger of await strangersTo(trip.organisationId)) {
      expect(await addWalkIn(stranger, person(), longAfter)).toEqual(notFound);
      expect(await removeWalkIn(stranger, removal(id), longAfter)).toEqual(notFound);
      expect(await walkInsOfDay(stranger, trip.slug, trip.day.date, longAfter)).toBeNull();
    }
    expect(await walkInsOfDay(trip.organiser, trip.slug, "2026-06-20", longAfter)).toBeNull();
  });
});

describe("the sheet of the day", () => {
  it("is compared with its blank rows, and locks only when each is looked up and explained", async () => {
    const { organiser, day, evening } = trip;
    const [signed, unsigned, nobody] = await Promise.all(
      ["Ozols", "Bērzs", "Kļava"].map((familyName) => aWalkIn(organiser, day, { familyName })),
    );
    await aSheet(organiser, day);
    const compare = (...people: [string | undefined, boolean, "none" | "explain" | "correct"][]) =>
      compareSheet(
        organiser,
        {
          ...day,
          people: people.map(([id = "", is, decision]) => {
            const words = decision === "none" ? "" : "Steidzās prom.";
            return { registrationId: id, signed: is, decision, words };
          }),
        },
        evening,
      );
    const refused = (reason: string, people: number) => ({ ok: false, reason, detail: { people } });
    expect(await lockDay(organiser, day, evening)).toEqual(refused("notCompared", 3));
    await compare([signed, true, "none"], [unsigned, false, "none"], [nobody, false, "none"]);
    expect(await lockDay(organiser, day, evening)).toEqual(refused("differences", 2));
    await compare([unsigned, false, "explain"], [nobody, false, "correct"]);
    expect(await here()).toEqual(["Bērzs, Ozolu skola", "Ozols, Ozolu skola"]);
    expect(await lockDay(organiser, day, evening)).toEqual({ ok: true, locked: true });
    const shown = await sheetOfDay(organiser, trip.slug, day.date);
    expect(shown?.lock).toMatchObject({ present: 0, people: 0 });
    const said = (shown?.history ?? []).flatMap((one) =>
      one.kind === "walkInRemoved" || one.kind === "explained" ? [[one.kind, one.person]] : [],
    );
    expect(said.sort()).toEqual([
      ["explained", "Jānis Bērzs"],
      ["walkInRemoved", "Jānis Kļava"],
    ]);
  });
});

it("counts on the board, in the export of attendance and in the statistics, and takes no seat", async () => {
  const { organiser, day, slug } = trip;
  await trip.mark(await trip.somebody());
  const municipality = await anOrganisation("municipality");
  await aWalkIn(organiser, day, { organisationId: municipality, institution: null });
  const gone = await aWalkIn(organiser, day, { familyName: "Bērzs" });
  await aWalkIn(organiser, day, { familyName: "Āboliņš" });
  await removeWalkIn(organiser, removal(gone), trip.evening);
  const [boardDay] = (await tripBoard(organiser, slug, trip.evening))?.board.days ?? [];
  expect(boardDay).toMatchObject({ expected: 1, present: 1, walkIns: 2 });
  const attended = await attendanceExport(organiser, slug, "csv");
  const rows = attended ? await Array.fromAsync(attended.rows) : [];
  expect(rows.map((row) => [row[4], row[7], row[8]])).toEqual([
    ["Āboliņš", "Ozolu skola", { word: "attendance.walkIn" }],
    ["Bērziņa", null, { word: "attendance.present" }],
    ["Ozols", null, { word: "attendance.walkIn" }],
  ]);
  expect(rows[2]?.[6]).not.toBeNull();
  const counted = await statisticsExport(organiser, slug, "csv");
  const sums = counted ? await Array.fromAsync(counted.rows) : [];
  expect(sums.slice(1).map((row) => [row[0], row[1], row[2], row.at(-1)])).toEqual([
    [{ word: "export.walkIns" }, null, null, 2],
    [{ word: "export.total" }, 1, 1, 3],
  ]);
});
