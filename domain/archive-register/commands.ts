import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { organisation, organisationFormerName, place, speaker } from "#db/schema/organisation.ts";
import { project } from "#db/schema/trip.ts";
import { type ReadLogo, writeLogos } from "#domain/archive-logo/commands.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import type { OrganisationEntry, Register, SpeakerEntry } from "./schema.ts";

/** Ids of what a file speaks of, by what it is called there. */
export type Ids = {
  project: string | null;
  place: Map<string, string>;
  organisation: Map<string, string>;
  speaker: Map<string, string>;
};

/**
 * Finds everything of the register that a file speaks of, and makes what is not there; what is there stays as it
 * is. Municipalities are never made, nor is another organisation's project used: those are problems, and the
 * caller then takes everything back.
 */
export async function findOrMake(
  tx: Tx,
  organisationId: string,
  file: Register,
  logos: readonly ReadLogo[],
): Promise<{ ids: Ids; made: Record<string, number>; problems: Problem[] }> {
  // One importer at a time, so that nothing is made twice; whoever adds a host by hand holds the same.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('host'))`);
  const problems: Problem[] = [];
  const made = { places: 0, organisations: 0, speakers: 0, projects: 0, logos: 0 };
  const ids: Ids = { project: null, place: new Map(), organisation: new Map(), speaker: new Map() };
  for (const one of file.places) {
    const { id, isNew } = await placeOf(tx, one);
    ids.place.set(one.name, id);
    made.places += Number(isNew);
  }
  for (const [index, one] of file.organisations.entries()) {
    const found = await organisationOf(tx, one);
    if (!found && one.kind === "municipality") {
      const facts = { name: one.name, code: one.code ?? "–" };
      problems.push({ path: ["organisations", index], reason: "municipalityUnknown", facts });
      continue;
    }
    ids.organisation.set(one.key, found ?? (await makeOrganisation(tx, one, ids)));
    made.organisations += Number(!found);
  }
  for (const one of file.speakers) {
    const owner = ids.organisation.get(one.organisation);
    if (!owner) continue;
    const { id, isNew } = await speakerOf(tx, owner, one);
    ids.speaker.set(one.key, id);
    made.speakers += Number(isNew);
  }
  if (file.project) {
    const found = await projectOf(tx, organisationId, file.project);
    if (found) ids.project = found.id;
    else problems.push({ path: ["project", "number"], reason: "projectElsewhere" });
    made.projects += Number(found?.isNew ?? false);
    if (found?.isNew) made.logos = await writeLogos(tx, found.id, logos);
  }
  return { ids, made, problems };
}

type Row = { id: string };

const idOf = (rows: readonly Row[]) => (rows[0] as Row).id;

async function placeOf(tx: Tx, facts: Register["places"][number]) {
  const made = await tx
    .insert(place)
    .values(facts)
    .onConflictDoNothing({ target: place.name })
    .returning({ id: place.id });
  if (made[0]) return { id: made[0].id, isNew: true };
  const known = await tx.select({ id: place.id }).from(place).where(eq(place.name, facts.name));
  return { id: idOf(known), isNew: false };
}

async function organisationOf(tx: Tx, one: OrganisationEntry): Promise<string | null> {
  const { kind, country, code, type } = one;
  const named =
    kind === "municipality"
      ? and(
          eq(organisation.name, one.name),
          type === null ? isNull(organisation.type) : eq(organisation.type, type),
          code === null ? undefined : isNull(organisation.code),
        )
      : sql`lower(${organisation.name}) = lower(${one.name})`;
  const [found] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, kind),
        kind === "other" ? undefined : eq(organisation.country, country),
        code === null ? named : or(eq(organisation.code, code), named),
      ),
    )
    // By its code before by its name, and always the same of several.
    .orderBy(sql`${organisation.code} is null`, organisation.id)
    .limit(1);
  return found?.id ?? null;
}

async function makeOrganisation(tx: Tx, one: OrganisationEntry, ids: Ids): Promise<string> {
  const { key: _, place: town, formerNames = [], ...facts } = one;
  const placeId = (town && ids.place.get(town)) || null;
  const values = { ...facts, placeId };
  const made = await tx.insert(organisation).values(values).returning({ id: organisation.id });
  const former = formerNames.map((name) => ({ ...name, organisationId: idOf(made) }));
  if (former.length) await tx.insert(organisationFormerName).values(former);
  return idOf(made);
}

async function speakerOf(tx: Tx, organisationId: string, one: SpeakerEntry) {
  const { key: _, organisation: __, ...facts } = one;
  const [known] = await tx
    .select({ id: speaker.id })
    .from(speaker)
    .where(
      and(
        eq(speaker.organisationId, organisationId),
        eq(speaker.givenName, facts.givenName),
        eq(speaker.familyName, facts.familyName),
      ),
    )
    .orderBy(speaker.id)
    .limit(1);
  if (known) return { id: known.id, isNew: false };
  const values = { ...facts, organisationId };
  const made = await tx.insert(speaker).values(values).returning({ id: speaker.id });
  return { id: idOf(made), isNew: true };
}

async function projectOf(
  tx: Tx,
  organisationId: string,
  { logos: _, ...facts }: NonNullable<Register["project"]>,
): Promise<{ id: string; isNew: boolean } | null> {
  const made = await tx
    .insert(project)
    .values({ ...facts, organisationId })
    .onConflictDoNothing({ target: project.number })
    .returning({ id: project.id });
  if (made[0]) return { id: made[0].id, isNew: true };
  const [known] = await tx
    .select({ id: project.id })
    .from(project)
    .where(and(eq(project.number, facts.number), eq(project.organisationId, organisationId)));
  return known ? { id: known.id, isNew: false } : null;
}
