import { randomUUID } from "node:crypto";
import pg from "pg";
import { marksAtOnce } from "#domain/roll-call/schema.ts";
import { aCalledTrip, numbersByDevice } from "#scripts/checks/called-trip.ts";
import type { Figure } from "./figure.ts";
import { median } from "./median.ts";
import { type CalledTrip, withPhone } from "./phone.ts";
import type { Served } from "./served.ts";

const marks = 2_000;
const people = 200;
const rounds = 5;

/** From the network's return until a phone has no unsent marks, and how long the same rows take by SQL alone. */
export async function measureSynchronising(served: Served): Promise<Figure[]> {
  const sent: number[] = [];
  const bare: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const [sentMs, bareMs] = [await sendingMs(served.address), await insertingMs(served)];
    if (round < 0) continue;
    sent.push(sentMs);
    bare.push(bareMs);
  }
  return [
    {
      name: `${marks} marks of a phone synchronised, against the same rows inserted bare, ${marksAtOnce} at a time`,
      unit: "ms from the network's return until none is unsent, median",
      value: median(sent),
      floor: median(bare),
    },
  ];
}

/** What each person is marked as and where: so often on both days, in turn. */
const plan = ({ registrationIds, dates }: CalledTrip) =>
  Array.from({ length: marks }, (_, index) => ({
    id: randomUUID(),
    registrationId: registrationIds[index % people] as string,
    date: dates[Math.floor(index / people) % 2] as string,
    present: Math.floor(index / people / 2) % 2 === 0,
    device: "bench",
    deviceNumber: index + 1,
  }));

async function sendingMs(address: string): Promise<number> {
  const trip = await aCalledTrip(people, 1);
  const ms = await withPhone(address, trip, async ({ context, page }) => {
    await context.setOffline(true);
    await page.evaluate(keepMarks, { ...trip, recordedBy: trip.organiser.userId, all: plan(trip) });
    await page.locator(`[data-unsent="${marks}"]`).waitFor();
    await page.evaluate(watchUnsent);
    await context.setOffline(false);
    return page.evaluate(() => (window as unknown as { sent: Promise<number> }).sent);
  });
  const [numbers = []] = await numbersByDevice(trip.tripId);
  if (numbers.length !== marks || numbers.at(-1) !== marks)
    throw new Error(`${numbers.length} of ${marks} marks arrived`);
  return ms;
}

type Kept = { slug: string; recordedBy: string; all: ReturnType<typeof plan> };

/** In the page: writes marks down as taps do, each in place of those before, and has them shown. */
async function keepMarks({ slug, recordedBy, all }: Kept): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("pieredze-roll-call");
    opening.onsuccess = () => resolve(opening.result);
  });
  const tx = db.transaction("marks", "readwrite");
  const before = new Map<string, string[]>();
  for (const mark of all) {
    const place = `${mark.registrationId} ${mark.date}`;
    const overrules = before.get(place) ?? [];
    before.set(place, [...overrules, mark.id]);
    const rest = { agendaItemId: null, pickupId: null, reason: null, revoked: false, by: "bench" };
    const deviceAt = new Date().toISOString();
    const hand = { slug, recordedBy, deviceAt, overrules, sent: "no" };
    tx.objectStore("marks").put({ ...mark, ...rest, ...hand });
  }
  await new Promise((resolve) => tx.addEventListener("complete", resolve));
  db.close();
  new BroadcastChannel("pieredze-roll-call").postMessage("marked");
}

/** In the page: from the network's return on, until none is unsent. */
function watchUnsent(): void {
  const sent = new Promise<number>((resolve) => {
    addEventListener("online", ({ timeStamp }) => {
      const look = () => {
        if (document.querySelector('[data-unsent="0"]')) resolve(performance.now() - timeStamp);
      };
      const attributes = { subtree: true, attributeFilter: ["data-unsent"] };
      new MutationObserver(look).observe(document.body, attributes);
    });
  });
  Object.assign(window, { sent });
}

/** The floor: as many statements as there are deliveries, each a transaction of its own. */
async function insertingMs({ databaseUrl }: Served): Promise<number> {
  const trip = await aCalledTrip(people, 1);
  const all = plan(trip);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const began = performance.now();
    for (let first = 0; first < marks; first += marksAtOnce) {
      const some = all.slice(first, first + marksAtOnce);
      await client.query(
        `insert into attendance (id, registration_id, trip_day_id, present, device, device_number, recorded_by, device_at)
         select mark.id, mark.registration, trip_day.id, mark.present, 'bench', mark.number, $6, now()
         from unnest($1::uuid[], $2::uuid[], $3::date[], $4::boolean[], $5::bigint[])
           as mark (id, registration, date, present, number)
         join trip_day on trip_day.date = mark.date and trip_id = $7`,
        [
          some.map(({ id }) => id),
          some.map(({ registrationId }) => registrationId),
          some.map(({ date }) => date),
          some.map(({ present }) => present),
          some.map(({ deviceNumber }) => deviceNumber),
          trip.organiser.userId,
          trip.tripId,
        ],
      );
    }
    return performance.now() - began;
  } finally {
    await client.end();
  }
}
