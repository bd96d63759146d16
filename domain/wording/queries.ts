import { and, eq, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { wording } from "#db/schema/paper.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import type { WordedPaper } from "./rules.ts";
import type { WordingTexts } from "./schema.ts";

type Place = { organisationId: string; tripId: string };

/** The words that a paper of a trip has: the trip's own, else the organisation's, per language. */
export async function wordingOf(
  _actor: Actor,
  { organisationId, tripId }: Place,
  paper: WordedPaper,
): Promise<WordingTexts> {
  const rows = await database()
    .select({ texts: wording.texts })
    .from(wording)
    .where(
      and(
        eq(wording.organisationId, organisationId),
        eq(wording.paper, paper),
        or(eq(wording.tripId, tripId), isNull(wording.tripId)),
      ),
    )
    // The organisation's first, so that the trip's own stand over them.
    .orderBy(sql`${wording.tripId} is not null`);
  return Object.assign({}, ...rows.map(({ texts }) => texts));
}

/** An organiser's words for a paper as they were written, of a trip and of the organisation; null to everybody else. */
export async function ownWording(
  actor: Actor,
  { organisationId, tripId }: Place,
  paper: WordedPaper,
): Promise<{ trip: WordingTexts; organisation: WordingTexts } | null> {
  if (!organisationsOf(actor, "organiser").includes(organisationId)) return null;
  const rows = await database()
    .select({ tripId: wording.tripId, texts: wording.texts })
    .from(wording)
    .where(and(eq(wording.organisationId, organisationId), eq(wording.paper, paper)));
  const textsOf = (id: string | null) => rows.find((row) => row.tripId === id)?.texts ?? {};
  return { trip: textsOf(tripId), organisation: textsOf(null) };
}
