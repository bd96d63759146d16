import { and, eq, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation, place, speaker } from "#db/schema/organisation.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import { countryOf } from "./rules.ts";
import {
  type NewHost,
  type NewPlace,
  type NewSpeaker,
  newHost,
  newPlace,
  newSpeaker,
} from "./schema.ts";

// Hosts, their speakers and places are one register for all organisers: each may add, nobody owns.

/** `invalid` carries in `detail` the key of a sentence per field. */
type Refusal = "notFound" | "invalid";

/** Adds an organisation that receives trips. The name of another host is refused at the field `name`. */
export async function createHost(
  actor: Actor,
  input: NewHost,
  _now: Date,
): Promise<Result<{ hostId: string }, Refusal>> {
  if (!organises(actor)) return notFound;
  const parsed = newHost.safeParse(input);
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  const { name, nameEn, placeId } = parsed.data;
  return database().transaction(async (tx) => {
    await oneAtATime(tx, "host");
    const same = and(
      eq(organisation.kind, "host"),
      sql`lower(${organisation.name}) = lower(${name})`,
    );
    if (await tx.$count(organisation, same)) return invalid({ name: "hostExists" });
    const [where] = await tx
      .select({ country: place.country, region: place.region })
      .from(place)
      .where(eq(place.id, placeId));
    if (!where) return invalid({ placeId: "placeMissing" });
    const [made] = await tx
      .insert(organisation)
      .values({ kind: "host", name, nameEn, placeId, ...where })
      .returning({ hostId: organisation.id });
    const { hostId } = made as { hostId: string };
    await recordAudit(tx, actor, {
      action: "host.create",
      subjectId: hostId,
      organisationId: hostId,
      details: { name },
    });
    return { ok: true, hostId };
  });
}

/** Adds somebody who speaks for a host. Without a basis the name is never published. */
export async function addSpeaker(
  actor: Actor,
  input: NewSpeaker,
  _now: Date,
): Promise<Result<{ speakerId: string }, Refusal>> {
  if (!organises(actor)) return notFound;
  const parsed = newSpeaker.safeParse(input);
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  const { hostId, ...facts } = parsed.data;
  return database().transaction(async (tx) => {
    if (!(await tx.$count(organisation, eq(organisation.id, hostId)))) return notFound;
    const [made] = await tx
      .insert(speaker)
      .values({ ...facts, organisationId: hostId })
      .returning({ speakerId: speaker.id });
    const { speakerId } = made as { speakerId: string };
    await recordAudit(tx, actor, {
      action: "host.addSpeaker",
      subjectId: speakerId,
      organisationId: hostId,
      details: { publicationBasis: facts.publicationBasis },
    });
    return { ok: true, speakerId };
  });
}

/** Adds a town or village; one that is on record is refused at the field `name`. */
export async function createPlace(
  actor: Actor,
  input: NewPlace,
  _now: Date,
): Promise<Result<{ placeId: string }, Refusal>> {
  if (!organises(actor)) return notFound;
  const parsed = newPlace.safeParse(input);
  if (!parsed.success) return invalid(fieldReasons(parsed.error.issues));
  return database().transaction(async (tx) => {
    const [made] = await tx
      .insert(place)
      .values({ ...parsed.data, country: countryOf(parsed.data.region) })
      .onConflictDoNothing()
      .returning({ placeId: place.id });
    if (!made) return invalid({ name: "placeExists" });
    await recordAudit(tx, actor, {
      action: "host.createPlace",
      subjectId: made.placeId,
      details: parsed.data,
    });
    return { ok: true, placeId: made.placeId };
  });
}

const organises = (actor: Actor) => organisationsOf(actor, "organiser").length > 0;

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;

const oneAtATime = (tx: Tx, what: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext(${what}))`);
