import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { projectLogo } from "#db/schema/logo.ts";
import { project, trip } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addLogo, moveLogo } from "#domain/logo/commands.ts";
import { createProject } from "#domain/project/commands.ts";
import { ownProjects } from "#domain/project/queries.ts";
import { aBomb, aPngThatSays } from "#scripts/checks/bomb.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { aLogo, anSvgLogo } from "#scripts/checks/logo.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";
import type { TripArchive } from "./schema.ts";

const now = new Date("2026-05-10T09:00:00Z");

let organiser: PersonActor;
let projectId: string;
let slug: string;
let good: TripArchive;

/** A trip whose project has two logos, the one that came later before the other. */
beforeEach(async () => {
  const made = await anOpenTrip();
  ({ organiser, slug } = made);
  const words = { lv: "Vārdi" };
  const texts = { name: words, programme: words, fundingStatement: words, disclaimer: words };
  const { organisationId, tripId } = made;
  const facts = { number: randomUUID(), shortName: "Open", period: "2021-2027" as const };
  const project = await createProject(organiser, { organisationId, ...facts, ...texts });
  projectId = project.ok ? project.projectId : "";
  await database().update(trip).set({ projectId }).where(eq(trip.id, tripId));
  const own = { lv: "Reģions", en: "Region", lt: "Regionas" };
  await addLogo(organiser, { projectId, name: own, bytes: await aLogo() }, now);
  const later = { projectId, name: { lv: "Programma" }, bytes: anSvgLogo() };
  const added = await addLogo(organiser, later, new Date(now.getTime() + 60_000));
  if (!added.ok) throw new Error(JSON.stringify(added));
  await moveLogo(organiser, { projectId, sha256: added.sha256 }, now);
  good = (await archiveOfTrip(organiser, slug)) as TripArchive;
});

/** The same file as of a project that nobody here has. */
function elsewhere(change: (file: Project) => void = () => {}) {
  const file = structuredClone(good);
  const own = file.project as Project;
  own.number = randomUUID();
  change(own);
  return file;
}

type Project = NonNullable<TripArchive["project"]>;

async function imports(file: TripArchive) {
  const organisationId = await anOrganisation();
  const importer = await aPerson({ role: "organiser", organisationId });
  const text = JSON.stringify(file);
  return { importer, outcome: await importTrip(importer, { organisationId, text }, new Date()) };
}

/** What is wrong with a file once the pictures of its logos are these, after which no project is there. */
async function refused(...contents: Uint8Array[]) {
  const name = { lv: "Cits" };
  const addedAt = now.toISOString();
  const file = elsewhere((own) => {
    own.logos = contents.map((one) => ({
      name,
      addedAt,
      content: Buffer.from(one).toString("base64"),
    }));
  });
  const { outcome } = await imports(file);
  const made = eq(project.number, file.project?.number ?? "");
  expect(await database().$count(project, made)).toBe(0);
  if (outcome.ok || outcome.reason !== "problems") throw new Error(JSON.stringify(outcome));
  return outcome.problems.map(({ path, reason }) => `${path.join(".")}: ${reason}`);
}

test("logos travel with their names in every language, in their order, also in a file without people", async () => {
  expect(good.people).toBeNull();
  expect(good.project?.logos?.map(({ name, addedAt }) => [name, addedAt])).toEqual([
    [{ lv: "Programma" }, "2026-05-10T09:01:00.000Z"],
    [{ lv: "Reģions", en: "Region", lt: "Regionas" }, "2026-05-10T09:00:00.000Z"],
  ]);
  const file = elsewhere();
  const { importer, outcome } = await imports(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const [there] = await ownProjects(importer);
  const [here] = await ownProjects(organiser, projectId);
  expect(there?.logos).toEqual(here?.logos);
  const back = await archiveOfTrip(importer, outcome.slug);
  expect(back?.project).toEqual(file.project);
});

test("a project that is there keeps the logos that it has, and one with the same picture twice has it once", async () => {
  const before = (await ownProjects(organiser, projectId))[0]?.logos;
  const { organisationId } = organiser.memberships[0] ?? {};
  const swapped = structuredClone(good);
  swapped.project?.logos?.reverse().pop();
  const input = { organisationId: organisationId ?? "", text: JSON.stringify(swapped) };
  expect(await importTrip(organiser, input, new Date())).toMatchObject({ ok: true });
  expect((await ownProjects(organiser, projectId))[0]?.logos).toEqual(before);
  const twice = elsewhere((own) => own.logos?.splice(1, 0, ...own.logos.slice(0, 1)));
  expect(twice.project?.logos).toHaveLength(3);
  const { importer, outcome } = await imports(twice);
  expect(outcome).toMatchObject({ ok: true });
  expect((await ownProjects(importer))[0]?.logos).toEqual(before);
});

test("a file from before logos travelled is imported without any", async () => {
  const { importer, outcome } = await imports(
    elsewhere((own) => Reflect.deleteProperty(own, "logos")),
  );
  expect(outcome).toMatchObject({ ok: true });
  expect((await ownProjects(importer))[0]?.logos).toEqual([]);
});

test("a picture that would not be taken as a logo is refused where it stands", async () => {
  const fine = await aLogo(200);
  const cases: [string, Uint8Array][] = [
    ["logoNotPng", Buffer.from("<script>alert(1)</script>")],
    ["logoNotPng", anSvgLogo()],
    ["logoNotPng", await aLogo(300, 150, "jpeg")],
    ["logoNotPng", (await aLogo()).subarray(0, 100)],
    ["logoTooLarge", await aLogo(901, 600)],
    ["logoTooSmall", await aLogo(179, 119)],
    ["logoTooLong", await aLogo(700, 100)],
    ["logoBlank", await aLogo(300, 150, "png", "#ffffff")],
  ];
  for (const [reason, bytes] of cases) {
    expect(await refused(fine, bytes), reason).toEqual([`project.logos.1.content: ${reason}`]);
  }
  const many = await Promise.all([200, 210, 220, 230, 240, 250, 260].map((w) => aLogo(w)));
  expect(await refused(...many)).toEqual(["project.logos: tooMany"]);
  const large = Buffer.alloc(2 * 1024 * 1024 + 3, "a");
  expect(await refused(fine, large)).toEqual(["project.logos.1.content: tooLong"]);
});

test("names and moments of logos that could not be, and what is written beside a picture, do not get in", async () => {
  const { outcome } = await imports(
    elsewhere((own) => Object.assign(own.logos?.[1] ?? {}, { name: { lv: " " } })),
  );
  expect(outcome).toMatchObject({
    problems: [{ path: ["project", "logos", 1, "name"], reason: "empty" }],
  });
  const late = { addedAt: "2199-01-01T00:00:00.000Z" };
  const { outcome: other } = await imports(
    elsewhere((own) => Object.assign(own.logos?.[0] ?? {}, late)),
  );
  expect(other).toMatchObject({
    problems: [{ path: ["project", "logos", 0, "addedAt"], reason: "inFuture" }],
  });
  const described = await sharp(await aLogo(400))
    .withExif({ IFD0: { Copyright: "nekam citam" } })
    .png()
    .toBuffer();
  const addedAt = now.toISOString();
  const entry = { name: { lv: "Cits" }, addedAt, content: described.toString("base64") };
  const file = elsewhere((own) => {
    own.logos = [entry];
  });
  const { importer } = await imports(file);
  const [only] = (await ownProjects(importer))[0]?.logos ?? [];
  const [kept] = await database()
    .select({ content: projectLogo.content })
    .from(projectLogo)
    .where(eq(projectLogo.sha256, only?.sha256 ?? ""));
  expect(described.includes("nekam citam")).toBe(true);
  expect(kept?.content.includes("nekam citam")).toBe(false);
});

test("a logo that says or has more pixels than one that is kept is opened by nobody", async () => {
  const says = aPngThatSays(100_000, 100_000);
  const has = await aBomb(8_000, 8_000);
  expect(says.length).toBeLessThan(200);
  expect(await refused(says, has)).toEqual([
    "project.logos.0.content: logoTooLarge",
    "project.logos.1.content: logoTooLarge",
  ]);
});
