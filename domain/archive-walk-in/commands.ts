import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { insertRows } from "#db/insert-rows.ts";
import { walkIn, walkInRemoval, walkInSignature } from "#db/schema/walk-in.ts";
import type { WalkInEntry } from "./schema.ts";

type Target = {
  /** Ids of the trip's days, by date. */
  days: ReadonlyMap<string, string>;
  /** Ids of organisations, by their key in the file. */
  organisations: ReadonlyMap<string, string>;
  doerOf: (email: string) => string;
};

/** Writes the walk-ins of a file on a new trip. They keep their ids, as marks do, unless those are taken here. */
export async function writeWalkIns(
  tx: Tx,
  { days, organisations, doerOf }: Target,
  walkIns: readonly WalkInEntry[],
): Promise<void> {
  const removals = walkIns.flatMap((one) =>
    one.removals.map((removal) => ({ ...removal, date: one.date, walkInId: one.id })),
  );
  const idOf = await freeIds(
    tx,
    walkIns.map(({ id }) => id),
    removals.map(({ id }) => id),
  );
  const hand = (one: Omit<WalkInEntry["removals"][number], "reason"> & { date: string }) => ({
    id: idOf(one.id),
    tripDayId: days.get(one.date) ?? "",
    recordedBy: doerOf(one.recordedBy),
    device: one.device,
    deviceAt: new Date(one.deviceAt),
    receivedAt: new Date(one.receivedAt),
    revoked: one.revoked ?? false,
  });
  const rows = walkIns.map((one) => ({
    ...hand(one),
    givenName: one.givenName,
    familyName: one.familyName,
    organisationId: one.organisation && (organisations.get(one.organisation) ?? null),
    institution: one.institution,
  }));
  const gone = removals.map((one) => {
    return { ...hand(one), walkInId: idOf(one.walkInId), reason: one.reason };
  });
  const read = walkIns.flatMap(({ id, date, signatures = [] }) =>
    signatures.map(({ signed, explanation, readBy, readAt }) => ({
      tripDayId: days.get(date) ?? "",
      walkInId: idOf(id),
      signed,
      explanation: explanation ?? null,
      readBy: doerOf(readBy),
      readAt: new Date(readAt),
    })),
  );
  await insertRows(tx, walkIn, rows);
  await insertRows(tx, walkInRemoval, gone);
  await insertRows(tx, walkInSignature, read);
}

/** All ids as they are, or all of them new where one is taken. */
async function freeIds(tx: Tx, added: readonly string[], removed: readonly string[]) {
  const taken =
    (await tx.$count(walkIn, sql`${walkIn.id} = any(${sql.param([...added])}::uuid[])`)) +
    (await tx.$count(
      walkInRemoval,
      sql`${walkInRemoval.id} = any(${sql.param([...removed])}::uuid[])`,
    ));
  const renamed = new Map([...added, ...removed].map((id) => [id, taken ? randomUUID() : id]));
  return (id: string) => renamed.get(id) ?? id;
}
