import type { Figure } from "./figure.ts";
import { type Load, load } from "./load.ts";
import { median } from "./median.ts";
import type { Served } from "./served.ts";

const rounds = 3;
/** Kept pages are so cheap that a few hundred of them would be lost in the clock's ticks. */
const requests = { kept: 4_000, perRequest: 600 };
const connections = 8;

/** An empty page kept for all, and an empty page made per request. */
const staticFloor = "/trips/empty";
const dynamicFloor = "/floor";

/** Processor time and speed of the public pages, each round all of them in turn. */
export async function measurePages(served: Served, slug: string): Promise<Figure[]> {
  const trip = `/trips/${slug}`;
  const itinerary = `${trip}/itinerary`;
  const paths = [staticFloor, dynamicFloor, "/", trip, itinerary];
  for (const path of paths) await one(served, path);
  const measured = new Map<string, Load[]>(paths.map((path) => [path, []]));
  for (let round = 0; round < rounds; round++) {
    for (const path of paths) measured.get(path)?.push(await one(served, path));
  }
  const middle = (path: string, what: keyof Load) =>
    median((measured.get(path) ?? []).map((run) => run[what]));
  const compare = (name: string, path: string, floor: string, atMost: number): Figure[] => [
    {
      name,
      unit: "CPU ms of the server per request",
      value: middle(path, "cpuMs"),
      floor: middle(floor, "cpuMs"),
      aim: { atMost },
    },
    {
      name,
      unit: "requests per second",
      value: middle(path, "requestsPerSecond"),
      floor: middle(floor, "requestsPerSecond"),
    },
  ];
  return [
    ...compare("/ against the empty static page", "/", staticFloor, 1.5),
    ...compare("a trip's page against the empty static page", trip, staticFloor, 1.5),
    ...compare("the itinerary against the empty dynamic page", itinerary, dynamicFloor, 3),
  ];
}

function one({ address, pid }: Served, path: string): Promise<Load> {
  const made = path === dynamicFloor || path.endsWith("/itinerary");
  const amount = made ? requests.perRequest : requests.kept;
  return load({ url: address + path, pid, amount, connections, expect: 200 });
}
