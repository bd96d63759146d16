import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { signedSheet } from "#db/schema/sheet.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { forgetLogistics } from "#domain/privacy/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { aPhotograph } from "#scripts/checks/photograph.ts";
import { anAdmin } from "#scripts/checks/strangers.ts";
import { addSheet } from "./commands.ts";
import { sheetFile, sheetOfDay } from "./queries.ts";
import { mostSheetBytes } from "./schema.ts";

const published = momentInRiga("2026-05-10", "12:00");
const evening = momentInRiga("2026-06-12", "20:00");
const date = "2026-06-12";

let organisationId: string;
let organiser: PersonActor;
let tripId: string;
let slug: string;

beforeEach(async () => {
  organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  ({ tripId, slug } = await aTrip(organiser, facts));
  await publishTrip(organiser, { tripId }, published);
});

const send = (bytes: Uint8Array, name = "lapa.jpg") =>
  addSheet(organiser, { tripId, date, name, bytes }, evening);

const kept = async () => (await sheetOfDay(organiser, slug, date))?.sheets ?? [];

/** The box with which a photograph of a newer telephone begins. */
const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");

describe("a signed sheet that comes back", () => {
  it("is kept as a picture without its metadata, with who, when, size and SHA-256", async () => {
    expect(await send(await aPhotograph(), "C:\\foto\\lapa 1.jpg")).toEqual({
      ok: true,
      added: true,
    });
    const [sheet] = await kept();
    const file = await sheetFile(organiser, sheet?.sheetId ?? "");
    const content = file?.content as Buffer;
    expect(sheet).toEqual({
      sheetId: expect.any(String),
      name: "lapa 1.jpg",
      type: "image/jpeg",
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
      addedAt: evening,
      byName: null,
    });
    expect(content.includes("Exif")).toBe(false);
    expect(content.includes("Telefons")).toBe(false);
  });

  it("may be several files, a PDF as it is among them, and the same one once", async () => {
    const pdf = Buffer.from("%PDF-1.7\nparaksti\n");
    await send(pdf, "lapa.pdf");
    expect(await send(pdf, "lapa.pdf")).toEqual({ ok: true, added: false });
    expect(await send(await aPhotograph("png"), "otra.png")).toEqual({ ok: true, added: true });
    const sheets = await kept();
    expect(sheets.map(({ name, type }) => [name, type]).sort()).toEqual([
      ["lapa.pdf", "application/pdf"],
      ["otra.png", "image/png"],
    ]);
    const file = sheets.find(({ name }) => name === "lapa.pdf");
    expect((await sheetFile(organiser, file?.sheetId ?? ""))?.content).toEqual(pdf);
  });

  it("is refused by its content, whatever it is called", async () => {
    const refused = (sheet: string) => ({ ok: false, reason: "invalid", detail: { sheet } });
    expect(await send(Buffer.alloc(0))).toEqual(refused("sheetMissing"));
    expect(await send(Buffer.from("<html>"))).toEqual(refused("sheetWrongKind"));
    expect(await send(heic, "lapa.jpg")).toEqual(refused("sheetHeic"));
    expect(await send(Buffer.alloc(mostSheetBytes + 1, "a"))).toEqual(refused("sheetTooLarge"));
    const torn = (await aPhotograph()).subarray(0, 300);
    expect(await send(torn)).toEqual(refused("sheetUnreadable"));
    expect(await kept()).toEqual([]);
  });

  it("is evidence: nothing changes or deletes it", async () => {
    await send(await aPhotograph());
    await expect(database().update(signedSheet).set({ name: "cita" })).rejects.toThrow();
    await expect(database().delete(signedSheet)).rejects.toThrow();
    await expect(database().execute(sql`truncate signed_sheet cascade`)).rejects.toThrow();
    expect(await kept()).toHaveLength(1);
  });

  it("stays when the logistics of its trip go", async () => {
    await send(await aPhotograph());
    await forgetLogistics(systemActor, momentInRiga("2027-06-12", "09:00"));
    expect(await kept()).toHaveLength(1);
  });

  it("has the SHA-256 of its content, by the database too", async () => {
    const [day] = await database()
      .execute<{ id: string }>(sql`select id from trip_day where trip_id = ${tripId}`)
      .then(({ rows }) => rows);
    const row = {
      tripDayId: day?.id ?? "",
      name: "lapa.pdf",
      type: "application/pdf" as const,
      bytes: 5,
      sha256: "0".repeat(64),
      content: Buffer.from("%PDF-"),
      addedBy: organiser.userId,
    };
    await expect(database().insert(signedSheet).values(row)).rejects.toThrow();
  });

  it("is opened by its organiser and an administrator, each time on record, and by nobody else", async () => {
    await send(await aPhotograph());
    const sheetId = (await kept())[0]?.sheetId ?? "";
    for (const reader of [organiser, await anAdmin()]) {
      expect(await sheetFile(reader, sheetId)).not.toBeNull();
      const opened = await database()
        .select({ subjectId: auditEntry.subjectId })
        .from(auditEntry)
        .where(sql`${auditEntry.actorId} = ${reader.userId} and action = 'sheet.open'`);
      expect(opened).toEqual([{ subjectId: sheetId }]);
    }
    for (const stranger of await strangersTo(organisationId)) {
      expect(await sheetFile(stranger, sheetId)).toBeNull();
      expect(await sheetOfDay(stranger, slug, date)).toBeNull();
      expect(await addSheet(stranger, { tripId, date, name: "x", bytes: heic }, evening)).toEqual({
        ok: false,
        reason: "notFound",
      });
    }
    expect(await database().$count(signedSheet, eq(signedSheet.id, sheetId))).toBe(1);
  });
});
