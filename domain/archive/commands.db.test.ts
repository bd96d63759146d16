import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#domain/actor/schema.ts";
import { enterFreshDatabase } from "#scripts/checks/fresh-database.ts";
import type { TripArchive } from "./schema.ts";

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
  for (const { slug } of await ownTrips(organiser, new Date())) {
    files.set(slug, (await archiveOfTrip(organiser, slug, { people: true })) as TripArchive);
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
  return archiveOfTrip(organiser, slug, { people: true });
}

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
