import { forgetOld, keepList, settle, unsentMarks } from "#components/roll-call-store.ts";
import {
  forgetOldEntries,
  letGoOf,
  settleEntries,
  unsentEntries,
} from "#components/walk-in-store.ts";
import { marksAtOnce, type RollCall } from "#domain/roll-call/schema.ts";
import { entriesAtOnce } from "#domain/walk-in/rules.ts";
import { patience, sendByHand } from "./send.ts";

/** How the last try went: through, not to anybody, or to a server that does not let this reader in. */
export type Connection = "connected" | "offline" | "refused";

/**
 * Forgets trips whose time is over, sends what is unsent, then takes along the list as it is now. Everything may be tried
 * again at any time.
 */
export async function synchronise(slug: string, address: string): Promise<Connection> {
  try {
    // A page may stay open for days.
    await forgetOld(new Date());
    await forgetOldEntries(new Date());
    const sent = [await sendMarks(slug, address), await sendEntries(slug, address)];
    const answer = await fetch(`${address}/list`, patience());
    if (answer.status >= 500) return "offline";
    if (!answer.ok) return "refused";
    const list = (await answer.json()) as RollCall;
    await keepList(slug, list);
    await letGoOf(slug, list);
    return sent.every(Boolean) ? "connected" : "refused";
  } catch {
    return "offline";
  }
}

async function sendMarks(slug: string, address: string): Promise<boolean> {
  return sendByHand(await unsentMarks(slug), {
    address: `${address}/marks`,
    atOnce: marksAtOnce,
    told: ({
      slug: _slug,
      sent: _sent,
      by: _by,
      revoked: _revoked,
      byAttendee: _self,
      recordedBy: _hand,
      ...mark
    }) => mark,
    settle,
  });
}

async function sendEntries(slug: string, address: string): Promise<boolean> {
  return sendByHand(await unsentEntries(slug), {
    address: `${address}/walk-ins`,
    atOnce: entriesAtOnce,
    told: ({ slug: _slug, sent: _sent, by: _by, keptUntil: _until, recordedBy: _hand, ...entry }) =>
      entry,
    settle: settleEntries,
  });
}
