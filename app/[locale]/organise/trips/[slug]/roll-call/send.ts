import type { MarkAnswer } from "#domain/roll-call/schema.ts";

/** A connection that hangs, as in a tunnel, is given up after a minute, so that the next try has its turn. */
export const patience = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(60_000) });

type Sending<Item> = {
  address: string;
  /** As many as the server takes at once. */
  atOnce: number;
  /** Of an item what the server is told. */
  told: (item: Item) => object;
  settle: (answers: MarkAnswer[]) => Promise<void>;
};

/** Sends items by whose they are, and notes the answers; false where some were not let in. */
export async function sendByHand<Item extends { recordedBy: string }>(
  items: readonly Item[],
  { address, atOnce, told, settle }: Sending<Item>,
): Promise<boolean> {
  let taken = true;
  for (const [recordedBy, theirs] of Map.groupBy(items, (item) => item.recordedBy)) {
    for (let first = 0; first < theirs.length; first += atOnce) {
      const answer = await fetch(address, {
        ...patience(),
        method: "POST",
        headers: { "content-type": "application/json", "x-recorded-by": recordedBy },
        body: JSON.stringify(theirs.slice(first, first + atOnce).map(told)),
      });
      if (answer.status >= 500) throw new Error("the server is not well");
      if (answer.ok) await settle((await answer.json()) as MarkAnswer[]);
      else taken = false;
    }
  }
  return taken;
}
