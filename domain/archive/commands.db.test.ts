import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#domain/actor/schema.ts";
import { enterFreshDatabase } from "#scripts/checks/fresh-database.ts";
import type { TripArchive } from "./schema.ts";

const of2018 = "open-leadership-2018-06-12";

const files = new Map<string, TripArchive>();

/** Exports every trip of the demo data, and goes on in another installation with the same municipalities. */
beforeAll(async () => {
  const { seed } = await import("#db/seed/main.ts");
  await seed();
  const { personAt } = await import("#db/seed/people.ts");
  const { demoPeople } = await import("#db/seed/demo-people.ts");
  const { ownTrips } = await import("#domain/organiser/queries.ts");
  const { archiveOfTrip } = await import("./queries.ts");
  const organiser = await personAt(demoPeople[0]?.email ?? "");
  const { addEvidence } = await import("#scripts/checks/evidence.ts");
  for (const { slug } of await ownTrips(organiser, new Date())) {
    if (slug === of2018) await addEvidence(organiser, slug, new Date("2018-06-15T08:00:00Z"));
    const wanted = { people: true, sheets: true };
    files.set(slug, (await archiveOfTrip(organiser, slug, wanted)) as TripArchive);
  }
  await enterFreshDatabase();
  const municipalities = await import("#db/seed/municipalities.ts");
  await municipalities.loadMunicipalitiesOf2018();
  await municipalities.loadMunicipalities();
}, 120_000);

/** An organiser of this installation, who has nothing to do with the one where the files were made. */
async function another() {
  const { anOrganisation, aPerson } = await import("#scripts/checks/factories.ts");
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  return { organiser, organisationId };
}

async function imports(owner: { organiser: Actor; organisationId: string }, file: TripArchive) {
  const { importTrip } = await import("./commands.ts");
  const { organiser, organisationId } = owner;
  return importTrip(organiser, { organisationId, text: JSON.stringify(file) }, new Date());
}

async function exports(organiser: Actor, slug: string) {
  const { archiveOfTrip } = await import("./queries.ts");
  return archiveOfTrip(organiser, slug, { people: true, sheets: true });
}

test("the file of the trip of 2018 has everything that proves who was there", () => {
  const { people, evidence } = files.get(of2018) as TripArchive;
  expect(evidence?.sheets.map(({ name, content }) => [name, content !== null])).toEqual([
    ["lapa.jpg", true],
    ["otra lapa.pdf", true],
  ]);
  const everybody = people?.registrations.length ?? 0;
  expect(evidence?.signatures).toHaveLength(everybody);
  expect(evidence?.signatures.filter(({ explanation }) => explanation)).toHaveLength(1);
  expect(evidence?.locks.map(({ reopened }) => reopened?.reason ?? null)).toEqual([
    "Atrasta vēl viena lapa",
    null,
  ]);
  expect(evidence?.certificates).toHaveLength(everybody + 1);
  expect(evidence?.certificates.filter(({ replacedAt }) => replacedAt)).toHaveLength(1);
  const places = people?.attendance.map((mark) =>
    (["reason", "item", "stop", "goneStop"] as const).filter((key) => mark[key] !== undefined),
  );
  expect(places?.flat().toSorted()).toEqual(["goneStop", "item", "reason"]);
});

test("every trip of the demo data comes back the same from another installation", async () => {
  expect(files.size).toBe(5);
  const owner = await another();
  for (const [slug, file] of files) {
    expect(await imports(owner, file)).toMatchObject({ ok: true, slug, again: false });
    const back = await exports(owner.organiser, slug);
    expect(back?.organiser).not.toBe(file.organiser);
    expect({ ...back, organiser: file.organiser }).toEqual(file);
  }
  const { verify } = await import("#domain/invariant/queries.ts");
  expect((await verify()).broken).toEqual([]);
});
