import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { walkIn, walkInRemoval } from "#db/schema/walk-in.ts";
import type { WalkInEntry } from "./schema.ts";

type Target = {
  /** Ids of the trip's days, by date. */
  days: ReadonlyMap<string, string>;
  /** Ids of organisations, by their key in the file. */
  organisations: ReadonlyMap<string, string>;
  userOf: (email: string) => string;
};

/** So many rows go in one statement. */
const batch = 500;

/** Writes the walk-ins of a file on a new trip. They keep their ids, as marks do, unless those are taken here. */
export async function writeWalkIns(
  tx: Tx,
  { days, organisations, userOf }: Target,
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
    recordedBy: userOf(one.recordedBy),
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
  for (let first = 0; first < rows.length; first += batch) {
    await tx.insert(walkIn).values(rows.slice(first, first + batch));
  }
  for (let first = 0; first < gone.length; first += batch) {
    await tx.insert(walkInRemoval).values(gone.slice(first, first + batch));
  }
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
