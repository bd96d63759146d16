import { and, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { database, type Tx } from "#db/client.ts";
import {
  organisation,
  organisationDomain,
  organisationSuccessor,
} from "#db/schema/organisation.ts";
import type { SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { type MunicipalityRecord, municipalityRecord } from "./schema.ts";

/**
 * Brings the municipalities in line with a register: adds those that are new, ends those that have ended,
 * and says what became of them. What the register does not name stays. Importing twice changes nothing.
 */
export async function importMunicipalities(
  actor: SystemActor,
  input: readonly MunicipalityRecord[],
): Promise<{ added: number; changed: number }> {
  const records = z.array(municipalityRecord).parse(input);
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('municipality.import'))`);
    const written = [];
    for (const record of records) written.push(await write(tx, record));
    for (const [index, record] of records.entries()) {
      await writeSuccessors(tx, written[index]?.id ?? "", record.successors);
    }
    const added = written.filter(({ how }) => how === "added").length;
    const changed = written.filter(({ how }) => how === "changed").length;
    if (added + changed > 0) {
      await recordAudit(tx, actor, { action: "municipality.import", details: { added, changed } });
    }
    return { added, changed };
  });
}

async function write(tx: Tx, record: z.output<typeof municipalityRecord>) {
  const { domains, successors: _successors, ...facts } = record;
  const same = and(
    eq(organisation.kind, "municipality"),
    eq(organisation.country, facts.country),
    eq(organisation.name, facts.name),
    eq(organisation.type, facts.type),
  );
  const columns = {
    code: organisation.code,
    nameEn: organisation.nameEn,
    region: organisation.region,
    institution: organisation.institution,
    validFrom: organisation.validFrom,
    validTo: organisation.validTo,
    note: organisation.note,
  };
  const [known] = await tx
    .select({ id: organisation.id, ...columns })
    .from(organisation)
    .where(same);
  if (!known) {
    const [made] = await tx
      .insert(organisation)
      .values({ kind: "municipality", ...facts })
      .returning({ id: organisation.id });
    const { id } = made as { id: string };
    await writeDomains(tx, id, domains);
    return { id, how: "added" } as const;
  }
  await writeDomains(tx, known.id, domains);
  const differs = (Object.keys(columns) as (keyof typeof columns)[]).some(
    (name) => JSON.stringify(known[name]) !== JSON.stringify(facts[name]),
  );
  if (!differs) return { id: known.id, how: "kept" } as const;
  await tx.update(organisation).set(facts).where(eq(organisation.id, known.id));
  return { id: known.id, how: "changed" } as const;
}

async function writeDomains(tx: Tx, organisationId: string, domains: readonly string[]) {
  for (const domain of domains) {
    await tx.insert(organisationDomain).values({ organisationId, domain }).onConflictDoNothing();
  }
}

async function writeSuccessors(tx: Tx, organisationId: string, names: readonly string[]) {
  for (const name of names) {
    const [successor] = await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(
        and(
          eq(organisation.kind, "municipality"),
          eq(organisation.name, name),
          isNull(organisation.validTo),
        ),
      );
    if (!successor) throw new Error(`No municipality of today is called ${name}`);
    await tx
      .insert(organisationSuccessor)
      .values({ organisationId, successorId: successor.id })
      .onConflictDoNothing();
  }
}
