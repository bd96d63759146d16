import { and, eq, ne, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation, organisationFormerName, place, speaker } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { itemsInUse } from "./queries.ts";
import { type ChangedRecord, changedRecord } from "./schema.ts";

// Hosts and other organisations are one register for all organisers: each may mend, nobody owns.

/** `invalid` carries in `detail` the key of a sentence per field. */
type Refusal = "notFound" | "invalid";

/**
 * Changes a host or another organisation. With `calledUntil` the name that it had stays the one of trips up
 * to that day; without, it was a mistake and goes everywhere but from published versions.
 */
export async function changeRecord(
  actor: Actor,
  input: ChangedRecord,
  _now: Date,
): Promise<Result<{ organisationId: string }, Refusal>> {
  return withRecord(actor, input.organisationId, async (tx, known) => {
    const parsed = changedRecord.safeParse(input);
    if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
    const { organisationId, calledUntil, ...facts } = parsed.data;
    const problems = await problemsOf(tx, parsed.data);
    if (Object.keys(problems).length) return invalid(problems);
    if (calledUntil && known.name !== facts.name) {
      const former = {
        organisationId,
        name: known.name,
        nameEn: known.nameEn,
        validTo: calledUntil,
      };
      await tx.insert(organisationFormerName).values(former);
    }
    await tx.update(organisation).set(facts).where(eq(organisation.id, organisationId));
    const details = { before: known.name, ...facts, calledUntil };
    await record(tx, actor, "host.change", organisationId, details);
    return { ok: true, organisationId };
  });
}

/** Takes a former name away, as if it had never been one. */
export async function forgetFormerName(
  actor: Actor,
  { organisationId, validTo }: { organisationId: string; validTo: string },
  _now: Date,
): Promise<Result<object, "notFound">> {
  return withRecord(actor, organisationId, async (tx) => {
    const which = and(
      eq(organisationFormerName.organisationId, organisationId),
      sql`${organisationFormerName.validTo}::text = ${validTo}`,
    );
    await tx.delete(organisationFormerName).where(which);
    await record(tx, actor, "host.forgetName", organisationId, { validTo });
    return { ok: true };
  });
}

/**
 * Removes a host or another organisation that nothing points at. While agenda items, speakers or
 * registrations do, it is refused with their numbers, and the items by name.
 */
export async function removeRecord(
  actor: Actor,
  { organisationId }: { organisationId: string },
  _now: Date,
): Promise<Result<object, "notFound" | "recordInUse">> {
  return withRecord(actor, organisationId, async (tx, known) => {
    const detail = {
      ...(await itemsInUse(tx, { hostId: organisationId })),
      speakers: await tx.$count(speaker, eq(speaker.organisationId, organisationId)),
      people: await tx.$count(registration, eq(registration.organisationId, organisationId)),
    };
    if (detail.items + detail.speakers + detail.people > 0) {
      return { ok: false, reason: "recordInUse", detail };
    }
    await tx.delete(organisation).where(eq(organisation.id, organisationId));
    await record(tx, actor, "host.remove", organisationId, { name: known.name });
    return { ok: true };
  });
}

/** One transaction around a change of a host or another organisation; of no other kind, and for organisers alone. */
export async function withRecord<Outcome>(
  actor: Actor,
  organisationId: string,
  change: (tx: Tx, known: { name: string; nameEn: string | null }) => Promise<Outcome>,
): Promise<Outcome | { ok: false; reason: "notFound" }> {
  if (organisationsOf(actor, "organiser").length === 0) return notFound;
  return database().transaction(async (tx) => {
    const [known] = await tx
      .select({ name: organisation.name, nameEn: organisation.nameEn })
      .from(organisation)
      .where(
        and(
          sql`${organisation.id}::text = ${organisationId}`,
          sql`${organisation.kind} in ('host', 'other')`,
        ),
      )
      .for("update");
    return known ? change(tx, known) : notFound;
  });
}

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

async function problemsOf(tx: Tx, changed: ChangedRecord): Promise<Record<string, string>> {
  const { organisationId, name, placeId, calledUntil } = changed;
  const same = and(
    sql`${organisation.kind} in ('host', 'other')`,
    ne(organisation.id, organisationId),
    sql`lower(${organisation.name}) = lower(${name})`,
  );
  const sameDay = and(
    eq(organisationFormerName.organisationId, organisationId),
    eq(organisationFormerName.validTo, calledUntil ?? "0001-01-01"),
  );
  return {
    ...((await tx.$count(organisation, same)) ? { name: "hostExists" } : {}),
    ...(placeId && !(await tx.$count(place, eq(place.id, placeId)))
      ? { placeId: "placeMissing" }
      : {}),
    ...((await tx.$count(organisationFormerName, sameDay))
      ? { calledUntil: "calledUntilTaken" }
      : {}),
  };
}

const record = (
  tx: Tx,
  actor: Actor,
  action: string,
  organisationId: string,
  details: Record<string, unknown>,
) => recordAudit(tx, actor, { action, subjectId: organisationId, organisationId, details });
