import { unsentUntil } from "#domain/roll-call/rules.ts";
import type { MarkAnswer, RollCall } from "#domain/roll-call/schema.ts";
import { stillHere } from "#domain/walk-in/rules.ts";
import type { DeliveredRemoval, DeliveredWalkIn, RollCallWalkIn } from "#domain/walk-in/schema.ts";
import { deviceIn, type OwnEntry, open } from "./roll-call-store.ts";

// What a phone keeps of walk-ins: those written down and removed here, until the server has them.

type Typed =
  | Omit<DeliveredWalkIn, "id" | "device" | "deviceAt">
  | Omit<DeliveredRemoval, "id" | "device" | "deviceAt">;

/** The walk-ins and removals of a trip that were made on this phone. */
export async function keptEntries(slug: string): Promise<OwnEntry[]> {
  return (await open()).getAllFromIndex("entries", "slug", slug);
}

/** Writes a walk-in or a removal down before anything is sent. */
export async function keepEntry(slug: string, list: RollCall, typed: Typed): Promise<void> {
  const tx = (await open()).transaction(["entries", "device"], "readwrite", {
    durability: "strict",
  });
  const devices = tx.objectStore("device");
  const device = await deviceIn(devices);
  await devices.put(device);
  const { userId: recordedBy, name: by } = list.reader;
  await tx.objectStore("entries").put({
    ...typed,
    id: crypto.randomUUID(),
    device: device.id,
    deviceAt: new Date().toISOString(),
    slug,
    sent: "no",
    recordedBy,
    by,
    keptUntil: list.keptUntil,
  });
  await tx.done;
}

/** The walk-ins and removals that the server does not have yet, of one trip or of all. */
export async function unsentEntries(slug?: string): Promise<OwnEntry[]> {
  const all = slug ? await keptEntries(slug) : await (await open()).getAll("entries");
  return all.filter(({ sent }) => sent === "no");
}

/** Notes what the server said of them. */
export async function settleEntries(answers: readonly MarkAnswer[]): Promise<void> {
  const tx = (await open()).transaction("entries", "readwrite");
  for (const one of answers) {
    const entry = await tx.store.get(one.id);
    const sent = one.answer === "refused" ? one.reason : "yes";
    if (entry) await tx.store.put({ ...entry, sent });
  }
  await tx.done;
}

/** Lets go of what a list that was just taken along brings back. */
export async function letGoOf(slug: string, { walkIns }: RollCall): Promise<void> {
  const here = new Set(walkIns.here.map(({ id }) => id));
  const removed = new Set(walkIns.removed);
  const tx = (await open()).transaction("entries", "readwrite");
  for (const entry of await tx.store.index("slug").getAll(slug)) {
    const there =
      entry.kind === "added"
        ? here.has(entry.id) || removed.has(entry.id)
        : removed.has(entry.walkInId);
    if (entry.sent === "yes" && there) await tx.store.delete(entry.id);
  }
  await tx.done;
}

/** Forgets those whose trip is over. Unsent ones name people: they stay only while somebody would still take them. */
export async function forgetOldEntries(now: Date): Promise<void> {
  const tx = (await open()).transaction("entries", "readwrite");
  for (const { id, sent, keptUntil } of await tx.store.getAll()) {
    const until = sent === "no" ? unsentUntil(keptUntil) : new Date(keptUntil);
    if (until <= now) await tx.store.delete(id);
  }
  await tx.done;
}

/** Who came along on a trip as far as this phone knows: what it took along, and what was made on it since. */
export function walkInsKnown(
  { walkIns }: RollCall,
  own: readonly OwnEntry[],
): (RollCallWalkIn & { unsent: boolean })[] {
  const counted = own.filter(({ sent }) => sent === "no" || sent === "yes");
  const nameOf = new Map(walkIns.municipalities.map(({ id, name }) => [id, name]));
  const mine = counted.flatMap((entry) => {
    if (entry.kind === "removed") return [];
    const { id, date, givenName, familyName, organisationId, institution, by, sent } = entry;
    const from = institution ?? nameOf.get(organisationId ?? "") ?? "";
    const person = { id, date, givenName, familyName, organisationId, institution, from, by };
    return [{ ...person, revoked: false, unsent: sent === "no" }];
  });
  const removed = counted.flatMap((entry) => (entry.kind === "removed" ? [entry.walkInId] : []));
  const taken = walkIns.here.map((one) => ({ ...one, unsent: false }));
  return stillHere([...mine, ...taken], [...walkIns.removed, ...removed]);
}
