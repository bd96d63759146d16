import { keepList, settle, unsentMarks } from "#components/roll-call-store.ts";
import { type MarkAnswer, marksAtOnce, type RollCall } from "#domain/roll-call/schema.ts";

/** How the last try went: through, not to anybody, or to a server that does not let this reader in. */
export type Connection = "connected" | "offline" | "refused";

/** Sends what is unsent, then takes along the list as it is now. Everything may be tried again at any time. */
export async function synchronise(slug: string, address: string): Promise<Connection> {
  try {
    const sent = await sendMarks(slug, address);
    const answer = await fetch(`${address}/list`);
    if (answer.status >= 500) return "offline";
    if (!answer.ok) return "refused";
    await keepList(slug, (await answer.json()) as RollCall);
    return sent ? "connected" : "refused";
  } catch {
    return "offline";
  }
}

async function sendMarks(slug: string, address: string): Promise<boolean> {
  const unsent = await unsentMarks(slug);
  const hands = Map.groupBy(unsent, ({ recordedBy }) => recordedBy);
  let taken = true;
  for (const [recordedBy, marks] of hands) {
    for (let first = 0; first < marks.length; first += marksAtOnce) {
      const some = marks
        .slice(first, first + marksAtOnce)
        .map(
          ({ slug: _slug, sent: _sent, by: _by, revoked: _revoked, recordedBy: _hand, ...mark }) =>
            mark,
        );
      const answer = await fetch(`${address}/marks`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-recorded-by": recordedBy },
        body: JSON.stringify(some),
      });
      if (answer.status >= 500) throw new Error("the server is not well");
      if (answer.ok) await settle((await answer.json()) as MarkAnswer[]);
      else taken = false;
    }
  }
  return taken;
}
