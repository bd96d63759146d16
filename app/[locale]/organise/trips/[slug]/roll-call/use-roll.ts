import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  forgetOld,
  keepTaps,
  keptRoll,
  type OwnEntry,
  type OwnMark,
} from "#components/roll-call-store.ts";
import { forgetOldEntries, keepEntry, keptEntries } from "#components/walk-in-store.ts";
import type { Place, RollCall, RollCallMark } from "#domain/roll-call/schema.ts";
import { type Connection, synchronise } from "./deliver.ts";
import { takeAlong } from "./take-along.ts";

/** Between two tries to send, and between two looks at what others have marked. */
const pause = 15_000;

const message = "pieredze-roll-call";

type Kept = { list: RollCall | null; own: OwnMark[]; entries: OwnEntry[] };

/** The roll of a trip on this phone: what is known of it, how the network is, and a way to mark. */
export function useRoll(slug: string, address: string) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [connection, setConnection] = useState<Connection>("connected");
  const running = useRef<Promise<void> | null>(null);
  const channel = useRef<BroadcastChannel | null>(null);
  const show = useCallback(async () => {
    const [roll, entries] = await Promise.all([keptRoll(slug), keptEntries(slug)]);
    setKept({ ...roll, entries });
  }, [slug]);

  const send = useCallback(() => {
    running.current ??= synchronise(slug, address)
      .then(setConnection)
      .then(show)
      .finally(() => {
        running.current = null;
      });
    return running.current;
  }, [slug, address, show]);

  useEffect(() => {
    const others = new BroadcastChannel(message);
    channel.current = others;
    others.onmessage = () => void show();
    const timer = setInterval(() => void send(), pause);
    const now = () => void send();
    addEventListener("online", now);
    document.addEventListener("visibilitychange", now);
    void forgetOld(new Date())
      .then(() => forgetOldEntries(new Date()))
      .then(show)
      .then(send)
      .catch(() => {
        // A browser that keeps nothing: the pages of each day remain.
        setKept((before) => before ?? { list: null, own: [], entries: [] });
        setConnection("offline");
      });
    // Where no worker may run, the page still works while it stays open.
    void takeAlong(address).catch(() => {});
    return () => {
      others.close();
      clearInterval(timer);
      removeEventListener("online", now);
      document.removeEventListener("visibilitychange", now);
    };
  }, [address, send, show]);

  const known: RollCallMark[] = useMemo(
    () => [
      ...(kept?.list?.marks ?? []),
      ...(kept?.own ?? []).filter(({ sent }) => sent === "no" || sent === "yes"),
    ],
    [kept],
  );

  async function mark(
    place: Place,
    registrationIds: readonly string[],
    present: boolean,
    reason: string | null = null,
  ) {
    const reader = kept?.list?.reader;
    if (!reader) return;
    const facts = { ...place, present, reason, recordedBy: reader.userId, by: reader.name };
    const taps = registrationIds.map((registrationId) => ({ ...facts, registrationId }));
    await keepTaps(slug, taps, known);
    await told();
  }

  /** Writes down somebody who came along, or that somebody did not. */
  async function note(typed: Parameters<typeof keepEntry>[2]) {
    if (!kept?.list) return;
    await keepEntry(slug, kept.list, typed);
    await told();
  }

  async function told() {
    await show();
    // By the channel on which this page listens: another one would tell this page too.
    channel.current?.postMessage("marked");
    // A try that is under way may have left before this: another follows it.
    void (running.current ?? Promise.resolve()).then(send);
  }

  return {
    list: kept?.list ?? null,
    read: kept !== null,
    own: kept?.own ?? [],
    entries: kept?.entries ?? [],
    known,
    connection,
    mark,
    note,
  };
}
