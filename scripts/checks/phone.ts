import "fake-indexeddb/auto";
import { AsyncLocalStorage } from "node:async_hooks";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import { type AttendanceState, stateOf } from "#domain/attendance/rules.ts";
import { marksIn } from "#domain/roll-call/rules.ts";
import type { Place } from "#domain/roll-call/schema.ts";
import { cookieOf } from "./sessions.ts";

/** How a request of a phone travels; what rejects is a network that failed. */
export type Network = (send: () => Promise<Response>) => Promise<Response>;

const straight: Network = (send) => send();

const holder = new AsyncLocalStorage<{ origin: string; cookie: string; network: Network }>();
const bareFetch = globalThis.fetch;

/** Requests of a phone carry its cookie and its page's origin, as a browser sends them. */
async function fetchOfHolder(address: string, init: RequestInit = {}): Promise<Response> {
  const phone = holder.getStore();
  if (!phone) return bareFetch(address, init);
  const { origin, cookie, network } = phone;
  const headers = { ...init.headers, origin, cookie };
  return network(() => bareFetch(address, { ...init, headers }));
}

type Hand = { origin: string; slug: string; token: string };

/** One after the other: while one is opened, its IndexedDB is that of the process. */
export async function openPhone(hand: Hand): Promise<Phone> {
  vi.stubGlobal("fetch", fetchOfHolder);
  return new Phone(hand, await ownCode(hand.slug));
}

/**
 * A phone without a screen: the store and the delivery are those of the roll call, each phone with an IndexedDB and
 * modules of its own; the requests are real ones.
 */
export class Phone {
  network = straight;
  private readonly hand: Hand;
  private readonly code: Awaited<ReturnType<typeof ownCode>>;

  constructor(hand: Hand, code: Awaited<ReturnType<typeof ownCode>>) {
    this.hand = hand;
    this.code = code;
  }

  /** Sends what is unsent and reads the list, as the phone does again and again. */
  synchronise() {
    const { origin, slug, token } = this.hand;
    const network: Network = (request) => this.network(request);
    const address = `${origin}/organise/trips/${slug}/roll-call`;
    return holder.run({ origin, cookie: cookieOf(token), network }, () =>
      this.code.deliver.synchronise(slug, address),
    );
  }

  async tap(place: Place, registrationIds: readonly string[], present: boolean): Promise<void> {
    const { slug } = this.hand;
    const { known, reader } = await this.kept();
    const facts = { ...place, present, reason: null, recordedBy: reader.userId, by: reader.name };
    const taps = registrationIds.map((registrationId) => ({ ...facts, registrationId }));
    await this.code.store.keepTaps(slug, taps, known);
  }

  /** Ids of the marks that only this phone has. */
  async unsent(): Promise<string[]> {
    return (await this.code.store.unsentMarks(this.hand.slug)).map(({ id }) => id);
  }

  /** What the phone shows of everybody in a place. */
  async shown(place: Place): Promise<Map<string, AttendanceState>> {
    const { people, known } = await this.kept();
    return new Map(
      people.map(({ registrationId }) => [
        registrationId,
        stateOf(marksIn(known, registrationId, place)),
      ]),
    );
  }

  /** Throws where the server refused a mark. */
  private async kept() {
    const { list, own } = await this.code.store.keptRoll(this.hand.slug);
    if (!list) throw new Error("The phone has no list");
    const refused = own.find(({ sent }) => sent !== "no" && sent !== "yes");
    if (refused) throw new Error(`The server refused a mark: ${refused.sent}`);
    return { ...list, known: [...list.marks, ...own] };
  }
}

async function ownCode(slug: string) {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.resetModules();
  const store = await import("#components/roll-call-store.ts");
  const deliver = await import("#app/[locale]/organise/trips/[slug]/roll-call/deliver.ts");
  // Opened now, while this IndexedDB is at hand.
  await store.keptRoll(slug);
  return { store, deliver };
}
