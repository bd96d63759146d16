import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { markOf, type Tap } from "#domain/roll-call/rules.ts";
import type { MarkAnswer, MarkRefusal, RollCall, RollCallMark } from "#domain/roll-call/schema.ts";
import type { DeliveredEntry } from "#domain/walk-in/schema.ts";

// What a phone keeps of roll calls: the lists it took along, its own marks until the server has them, and who it is.

/** A mark made here. What the server refused stays, to be seen. */
export type OwnMark = RollCallMark & { slug: string; sent: "no" | "yes" | MarkRefusal };

/** A walk-in or a removal made here, until when it is kept, and whose it is. */
export type OwnEntry = DeliveredEntry & {
  slug: string;
  sent: OwnMark["sent"];
  recordedBy: string;
  by: string;
  /** Until when its trip is kept, an ISO moment. */
  keptUntil: string;
};

interface Kept extends DBSchema {
  lists: { key: string; value: { slug: string; list: RollCall } };
  marks: { key: string; value: OwnMark; indexes: { slug: string } };
  /** Walk-ins and removals. */
  entries: { key: string; value: OwnEntry; indexes: { slug: string } };
  device: { key: string; value: { key: "this"; id: string; count: number } };
}

const name = "pieredze-roll-call";
const caches = ["roll-call-pages", "roll-call-files"];

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** The database of this browser; lists that were taken along before there were walk-ins have none. */
export function open(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>(name, 2, {
    async upgrade(db, before, _now, tx) {
      if (before < 1) {
        db.createObjectStore("lists", { keyPath: "slug" });
        db.createObjectStore("marks", { keyPath: "id" }).createIndex("slug", "slug");
        db.createObjectStore("device", { keyPath: "key" });
      }
      db.createObjectStore("entries", { keyPath: "id" }).createIndex("slug", "slug");
      const lists = tx.objectStore("lists");
      for (const { slug, list } of await lists.getAll()) {
        const walkIns = { here: [], removed: [], municipalities: [] };
        await lists.put({ slug, list: { ...list, walkIns } });
      }
    },
    blocking(_before, _now, event) {
      // A newer page waits for this one to let go.
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
  });
  return opened;
}

type Devices = {
  get: (key: "this") => Promise<Kept["device"]["value"] | undefined>;
};

/** Who this phone is, as far as it has a name already. */
export const deviceIn = async (devices: Devices): Promise<Kept["device"]["value"]> =>
  (await devices.get("this")) ?? { key: "this", id: crypto.randomUUID(), count: 0 };

/** The list of a trip as it was last taken along, and the marks made on this phone since. */
export async function keptRoll(slug: string): Promise<{ list: RollCall | null; own: OwnMark[] }> {
  const tx = (await open()).transaction(["lists", "marks"]);
  const [kept, own] = await Promise.all([
    tx.objectStore("lists").get(slug),
    tx.objectStore("marks").index("slug").getAll(slug),
  ]);
  return { list: kept?.list ?? null, own };
}

/** Keeps a list in place of the one before; marks that it brings back need not be kept a second time. */
export async function keepList(slug: string, list: RollCall): Promise<void> {
  const tx = (await open()).transaction(["lists", "marks"], "readwrite");
  await tx.objectStore("lists").put({ slug, list });
  const there = new Set(list.marks.map(({ id }) => id));
  const marks = tx.objectStore("marks");
  const own = await marks.index("slug").getAll(slug);
  const back = own.filter(({ id, sent }) => sent === "yes" && there.has(id));
  await Promise.all([...back.map(({ id }) => marks.delete(id)), tx.done]);
}

/** Writes down taps, each with the phone's next number, before anything is sent. */
export async function keepTaps(
  slug: string,
  taps: readonly Omit<Tap, "id" | "device" | "deviceNumber">[],
  known: readonly RollCallMark[],
): Promise<void> {
  const tx = (await open()).transaction(["marks", "device"], "readwrite", { durability: "strict" });
  const [devices, marks] = [tx.objectStore("device"), tx.objectStore("marks")];
  const [before, made] = await Promise.all([deviceIn(devices), marks.index("slug").getAll(slug)]);
  const own = made.filter(({ sent }) => sent === "no" || sent === "yes");
  const now = new Date();
  const written = taps.map((tap, index) => {
    const hand = { device: before.id, deviceNumber: before.count + index + 1 };
    const mark = markOf({ ...tap, ...hand, id: crypto.randomUUID() }, [...known, ...own], now);
    return marks.put({ ...mark, slug, sent: "no" });
  });
  const counted = devices.put({ ...before, count: before.count + taps.length });
  await Promise.all([...written, counted, tx.done]);
}

/** The marks that the server does not have yet, of one trip or of all, in the order in which they were made. */
export async function unsentMarks(slug?: string): Promise<OwnMark[]> {
  const db = await open();
  const all = slug ? await db.getAllFromIndex("marks", "slug", slug) : await db.getAll("marks");
  return all
    .filter(({ sent }) => sent === "no")
    .sort((one, other) => (one.deviceNumber ?? 0) - (other.deviceNumber ?? 0));
}

/** Notes what the server said of marks. */
export async function settle(answers: readonly MarkAnswer[]): Promise<void> {
  const tx = (await open()).transaction("marks", "readwrite");
  const noted = answers.map(async (one) => {
    const mark = await tx.store.get(one.id);
    if (mark) await tx.store.put({ ...mark, sent: one.answer === "refused" ? one.reason : "yes" });
  });
  await Promise.all([...noted, tx.done]);
}

/** Forgets trips whose time is over. Marks that nobody has yet stay: they name nobody. */
export async function forgetOld(now: Date): Promise<void> {
  const tx = (await open()).transaction(["lists", "marks"], "readwrite");
  for (const { slug, list } of await tx.objectStore("lists").getAll()) {
    if (new Date(list.keptUntil) > now) continue;
    await tx.objectStore("lists").delete(slug);
    for (const { id, sent } of await tx.objectStore("marks").index("slug").getAll(slug)) {
      if (sent !== "no") await tx.objectStore("marks").delete(id);
    }
  }
  await tx.done;
}

/** Forgets everything, as at signing out: lists, marks, the phone's own id, and the pages for being offline. */
export async function forgetAll(): Promise<void> {
  const db = await open();
  const tx = db.transaction(["lists", "marks", "entries", "device"], "readwrite");
  await Promise.all([
    tx.objectStore("lists").clear(),
    tx.objectStore("marks").clear(),
    tx.objectStore("entries").clear(),
    tx.objectStore("device").clear(),
    tx.done,
  ]);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const own = workers.filter(({ scope }) => new URL(scope).pathname.endsWith("/roll-call"));
  await Promise.all(own.map((worker) => worker.unregister()));
  await Promise.all(caches.map((cache) => globalThis.caches?.delete(cache)));
}
