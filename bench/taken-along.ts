import type { Page } from "@playwright/test";
import { aCalledTrip } from "#scripts/checks/called-trip.ts";
import type { Figure } from "./figure.ts";
import { withPhone } from "./phone.ts";
import type { Served } from "./served.ts";

const people = 60;

/** How much of a roll call a phone keeps for being without the network, as it lies there: nothing is compressed. */
export async function measureTakenAlong({ address }: Served): Promise<Figure[]> {
  const trip = await aCalledTrip(people, 1);
  return withPhone(address, trip, async ({ page }) => {
    const list = await listOf(page);
    const names = list.people.map(({ givenName, familyName }) => [givenName, familyName]);
    if (names.length !== people) throw new Error(`${names.length} of ${people} names are kept`);
    const unit = "kB";
    return [
      {
        name: `a phone keeps of the roll call of ${people} people, against the page with its files alone`,
        unit,
        value: kilobytes((await page.evaluate(cachedBytes)) + bytesOf(list)),
        floor: kilobytes(await page.evaluate(loadedBytes)),
        // The reader of codes alone is as large as the page; it is taken along, since there is no network to fetch it.
        aim: { atMost: 2.5 },
      },
      {
        name: `the list of ${people} people on a phone, against their names alone`,
        unit,
        value: kilobytes(bytesOf(list)),
        floor: kilobytes(bytesOf(names)),
      },
    ];
  });
}

const bytesOf = (what: unknown) => Buffer.byteLength(JSON.stringify(what));
const kilobytes = (bytes: number) => bytes / 1024;

type List = { people: { givenName: string; familyName: string }[] };

async function listOf(page: Page): Promise<List> {
  return page.evaluate(async () => {
    const answer = await fetch(`${location.pathname}/list`);
    return (await answer.json()) as List;
  });
}

/** In the page: everything in its caches. */
async function cachedBytes(): Promise<number> {
  let bytes = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request, { ignoreVary: true });
      bytes += (await kept?.arrayBuffer())?.byteLength ?? 0;
    }
  }
  return bytes;
}

/** In the page: itself and the files that it has loaded, once each. */
function loadedBytes(): number {
  const [page] = performance.getEntriesByType("navigation") as PerformanceResourceTiming[];
  const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const once = new Map(
    files
      .filter(({ name }) => new URL(name).pathname.startsWith("/_next/static/"))
      .map(({ name, decodedBodySize }) => [name, decodedBodySize]),
  );
  return [...once.values()].reduce((sum, one) => sum + one, page?.decodedBodySize ?? 0);
}
