import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { projectLogo } from "#db/schema/logo.ts";
import { publicActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { createProject, removeProject } from "#domain/project/commands.ts";
import { ownProjects } from "#domain/project/queries.ts";
import { aBomb, aPngThatSays } from "#scripts/checks/bomb.ts";
import { anOrganisation, aPerson, strangersTo } from "#scripts/checks/factories.ts";
import { aLogo, anSvgBomb, anSvgLogo } from "#scripts/checks/logo.ts";
import { aPhotograph } from "#scripts/checks/photograph.ts";
import { addLogo, moveLogo, removeLogo, renameLogo } from "./commands.ts";
import { logoPicture } from "./queries.ts";
import { mostLogoBytes } from "./schema.ts";

const now = new Date("2026-05-10T09:00:00Z");
const name = { lv: "Zemgales plānošanas reģions", en: "Zemgale Planning Region" };

let organisationId: string;
let organiser: PersonActor;
let projectId: string;

beforeEach(async () => {
  organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  const words = { lv: "Vārdi" };
  const texts = { name: words, programme: words, fundingStatement: words, disclaimer: words };
  const facts = { number: randomUUID(), shortName: "Open", period: "2021-2027" as const };
  const made = await createProject(organiser, { organisationId, ...facts, ...texts });
  projectId = made.ok ? made.projectId : "";
});

const send = (bytes: Uint8Array) => addLogo(organiser, { projectId, name, bytes }, now);

async function sent(bytes: Uint8Array): Promise<string> {
  const added = await send(bytes);
  if (!added.ok) throw new Error(JSON.stringify(added));
  return added.sha256;
}

const logos = async () => (await ownProjects(organiser, projectId))[0]?.logos ?? [];

/** The box with which a photograph of a newer telephone begins. */
const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");

describe("a logo of a project", () => {
  it("is kept as a PNG of its pixels alone, which everybody gets", async () => {
    const sha256 = await sent(await aLogo(240, 160, "jpeg"));
    expect(await logos()).toEqual([{ sha256, name, width: 240, height: 160 }]);
    const picture = (await logoPicture(publicActor, sha256)) as Buffer;
    expect((await sharp(picture).metadata()).format).toBe("png");
  });

  it("is drawn from SVG at a resolution for print, and the file itself is kept nowhere", async () => {
    const sha256 = await sent(
      anSvgLogo('<rect width="300" height="150"/><script>alert(1)</script>'),
    );
    expect(await logos()).toEqual([{ sha256, name, width: 900, height: 450 }]);
    const kept = await database().select({ content: projectLogo.content }).from(projectLogo);
    expect(kept.some(({ content }) => content.includes("<svg"))).toBe(false);
  });

  it.each([
    ["logoMissing", async () => Buffer.alloc(0)],
    ["logoTooLarge", async () => Buffer.alloc(mostLogoBytes + 1, "a")],
    ["logoHeic", async () => heic],
    ["logoWrongKind", async () => Buffer.from("%PDF-1.7\n")],
    ["logoWrongKind", async () => Buffer.from("<html><svg></svg></html>")],
    [
      "logoWrongKind",
      async () =>
        sharp(await aLogo())
          .webp()
          .toBuffer(),
    ],
    ["logoUnreadable", async () => (await aLogo()).subarray(0, 100)],
    ["logoTooHeavy", async () => anSvgBomb()],
    ["logoTooManyPixels", async () => aPngThatSays(100_000, 100_000)],
    ["logoTooManyPixels", () => aBomb(6_001, 4_000)],
    ["logoTooSmall", () => aLogo(179, 119)],
    ["logoTooLong", () => aLogo(700, 100)],
    ["logoTooLong", () => aLogo(100, 700)],
    ["logoBlank", async () => anSvgLogo('<rect width="300" height="150" fill="#fff"/>')],
  ])("is refused by its content: %s", async (logo, bytes) => {
    expect(await send(await bytes())).toEqual({ ok: false, reason: "invalid", detail: { logo } });
    expect(await logos()).toEqual([]);
  });

  it("says together what is wrong with file and name", async () => {
    const sending = { projectId, name: { lv: " ", en: "a".repeat(201) }, bytes: Buffer.alloc(0) };
    expect(await addLogo(organiser, sending, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: {
        logo: "logoMissing",
        "logoName.lv": "logoNameMissing",
        "logoName.en": "tooLong",
      },
    });
  });

  it("stands once, beside at most five others, also when all are sent at once", async () => {
    const files = await Promise.all([200, 210, 220, 230, 240, 250, 260, 260].map((w) => aLogo(w)));
    const outcomes = await Promise.all(files.map(send));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(6);
    const known = (await logos()).map(({ sha256 }) => sha256);
    expect(new Set(known).size).toBe(6);
    expect(await send(await aLogo(270))).toEqual({ ok: false, reason: "logosFull" });
    await removeLogo(organiser, { projectId, sha256: known[0] ?? "" }, now);
    const [kept] = await database()
      .select({ content: projectLogo.content })
      .from(projectLogo)
      .where(eq(projectLogo.sha256, known[1] ?? ""));
    expect(await send(kept?.content as Buffer)).toMatchObject({ detail: { logo: "logoKnown" } });
  });

  it("changes its name and its place in line, and those after it move up when it goes", async () => {
    const [first, second, third] = [
      await sent(await aLogo(200)),
      await sent(await aLogo(210)),
      await sent(await aLogo(220)),
    ];
    const order = async () => (await logos()).map(({ sha256 }) => sha256);
    expect(await moveLogo(organiser, { projectId, sha256: third }, now)).toEqual({ ok: true });
    expect(await order()).toEqual([first, third, second]);
    expect(await moveLogo(organiser, { projectId, sha256: first }, now)).toEqual({ ok: true });
    expect(await order()).toEqual([first, third, second]);
    await renameLogo(organiser, { projectId, sha256: third, name: { lv: "Cits", en: "" } }, now);
    expect((await logos())[1]?.name).toEqual({ lv: "Cits" });
    const nameless = { projectId, sha256: third, name: { lv: "" } };
    expect(await renameLogo(organiser, nameless, now)).toMatchObject({
      detail: { "logoName.lv": "logoNameMissing" },
    });
    await removeLogo(organiser, { projectId, sha256: first }, now);
    await sent(await aLogo(230));
    expect((await order()).slice(0, 2)).toEqual([third, second]);
    expect(await order()).toHaveLength(3);
  });

  it("is changed by whoever keeps the project, on record, and found by nobody else", async () => {
    const sha256 = await sent(await aLogo());
    const own = { projectId, sha256 };
    for (const stranger of await strangersTo(organisationId)) {
      const outcomes = [
        await addLogo(stranger, { projectId, name, bytes: await aLogo(400) }, now),
        await renameLogo(stranger, { ...own, name: { lv: "Cits" } }, now),
        await moveLogo(stranger, own, now),
        await removeLogo(stranger, own, now),
      ];
      for (const one of outcomes) expect(one).toEqual({ ok: false, reason: "notFound" });
    }
    expect(await removeLogo(organiser, { projectId, sha256: "0".repeat(64) }, now)).toEqual({
      ok: false,
      reason: "notFound",
    });
    await removeLogo(organiser, own, now);
    const recorded = await database()
      .select({ action: auditEntry.action })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, projectId))
      .orderBy(auditEntry.id);
    expect(recorded.map(({ action }) => action)).toEqual([
      "project.create",
      "logo.add",
      "logo.remove",
    ]);
    expect(await logoPicture(publicActor, sha256)).toBeNull();
  });

  it("goes with its project", async () => {
    const sha256 = await sent(await aLogo());
    expect(await removeProject(organiser, { projectId }, now)).toEqual({ ok: true });
    expect(await logoPicture(publicActor, sha256)).toBeNull();
  });

  it("is by the database too what its picture is, named, in its place, and neither small nor long", async () => {
    const sha256 = await sent(await aLogo());
    const change = (values: Partial<typeof projectLogo.$inferInsert>) =>
      database().update(projectLogo).set(values).where(eq(projectLogo.sha256, sha256));
    const photograph = await aPhotograph();
    for (const wrong of [
      { width: 301 },
      { height: 0 },
      { bytes: 1 },
      { sha256: "0".repeat(64) },
      { content: photograph, bytes: photograph.length },
      { position: 0 },
      { position: 7 },
      { name: { lv: "" } },
    ]) {
      await expect(change(wrong), JSON.stringify(Object.keys(wrong))).rejects.toThrow();
    }
    await sent(await aLogo(200));
    await expect(change({ position: 2 })).rejects.toThrow();
  });
});
