import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import type { Place } from "#domain/roll-call/schema.ts";
import { newDemoPlace, startDemo } from "#scripts/checks/demo.ts";
import type { Phone } from "#scripts/checks/phone.ts";
import { send } from "#scripts/process-table.ts";
import { readRunning } from "#scripts/product/data-folder.ts";
import { runningDatabase } from "#scripts/product/with-database.ts";

// Phones call the roll against the product, which is killed meanwhile: SIGKILL, so nobody says goodbye.
const place = await newDemoPlace();
const demo = await startDemo(place);
vi.stubEnv("DATABASE_URL", runningDatabase(place.dataFolder) ?? "");
vi.stubEnv("AUTH_SECRET", "for tests: 0123456789abcdefghijklmnopqrstuvwxyz");
vi.stubEnv("LOG_LEVEL", "silent");
const { database, pool } = await import("#db/client.ts");
const { aCalledTrip, auditedMarks, commitsOf, numbersByDevice, statesOnDay } = await import(
  "#scripts/checks/called-trip.ts"
);
const { openPhone } = await import("#scripts/checks/phone.ts");
const { cookieOf } = await import("#scripts/checks/sessions.ts");

const phones = 4;
const rounds = 25;
/** Marked by one tap each, twice in a round. */
const together = 10;
const people = 100;
const patience = { timeout: 60_000, interval: 50 };
/** Far longer than it takes: a slow machine is no fault of the product. */
const longest = 180_000;

afterAll(async () => {
  await pool().end();
  demo.process.kill("SIGTERM");
  await demo.ended;
  place.remove();
});

test(
  "no mark is lost or doubled when the web server is killed while phones synchronise",
  async () => {
    const trip = await calledTrip();
    await Promise.all([
      ...trip.phones.map((phone, index) => callTheRoll(trip, phone, index)),
      killAt(trip.tripId, [1, 5], async (turn) => {
        const killed = pidOf("web");
        await kill.web();
        if (turn !== 1) return;
        await expect.poll(() => pidOf("web"), patience).not.toBe(killed);
        // While it is being started again.
        await kill.web();
      }),
    ]);
    await expectAllThere(trip);
  },
  longest,
);

test(
  "no mark is lost or doubled when PostgreSQL is killed while phones synchronise",
  async () => {
    const trip = await calledTrip();
    await Promise.all([
      ...trip.phones.map((phone, index) => callTheRoll(trip, phone, index)),
      killAt(trip.tripId, [2, 7], kill.postgres),
    ]);
    await expectAllThere(trip);
    expect(demo.output()).not.toContain("uncaughtException");
  },
  longest,
);

test.each(["web", "postgres"] as const)(
  "marks are kept once when %s is killed after it kept them and before the phone has an answer",
  async (which) => {
    const trip = await calledTrip();
    const [phone] = trip.phones as [Phone];
    await phone.tap(wholeDay(trip.dates[0]), trip.registrationIds, true);
    const { network } = phone;
    phone.network = async (sent) => {
      const { heard } = await commitsOf(trip.tripId, 1);
      sent().catch(() => {});
      await heard;
      await kill[which]();
      throw new TypeError("the network failed");
    };
    expect(await phone.synchronise()).toBe("offline");
    expect(await phone.unsent()).toHaveLength(people);
    phone.network = network;
    await expect.poll(() => phone.synchronise(), patience).toBe("connected");
    expect(await phone.unsent()).toEqual([]);
    expect(await numbersByDevice(trip.tripId)).toEqual([numbersTo(people)]);
    expect(await auditedMarks(trip.tripId)).toEqual({ entries: people, marks: people });
  },
  longest,
);

type Trip = Awaited<ReturnType<typeof calledTrip>>;

async function calledTrip() {
  const trip = await aCalledTrip(people, phones);
  const opened: Phone[] = [];
  for (const token of trip.tokens) {
    const phone = await openPhone({ origin: demo.address, slug: trip.slug, token });
    await expect.poll(() => phone.synchronise(), patience).toBe("connected");
    opened.push(phone);
  }
  return { ...trip, phones: opened };
}

const wholeDay = (date = ""): Place => ({ date, agendaItemId: null, pickupId: null });

const pidOf = (name: string) =>
  readRunning(place.dataFolder)?.processes.find((one) => one.name === name)?.pid ?? 0;

const kill = {
  web: async () => send(pidOf("web"), "SIGKILL"),
  /** With everything that it has started. */
  postgres: async () => {
    const { rows } = await database().execute<{ pid: number }>(
      sql`select pid from pg_stat_activity where pid <> pg_backend_pid()`,
    );
    for (const pid of [pidOf("postgres"), ...rows.map((row) => row.pid)]) send(pid, "SIGKILL");
  },
};

/** Kills when so many deliveries have been committed since it was well again, each time. */
async function killAt(
  tripId: string,
  commits: readonly number[],
  deed: (turn: number) => Promise<void>,
): Promise<void> {
  for (const [turn, count] of commits.entries()) {
    await (await commitsOf(tripId, count)).heard;
    await deed(turn);
    await expect.poll(isWell, patience).toBe(true);
  }
}

const isWell = () =>
  fetch(`${demo.address}/api/health`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** Each phone goes its own way through the list, marks while it sends, and now and then waits until all is sent. */
async function callTheRoll(trip: Trip, phone: Phone, index: number) {
  for (let round = 0; round < rounds; round += 1) {
    const tap = (part: number) => {
      const first = ((round * 2 + part) * together * (index * 2 + 1)) % people;
      const some = trip.registrationIds.slice(first, first + together);
      return phone.tap(wholeDay(trip.dates[(round + part) % 2]), some, (round + index) % 3 > 0);
    };
    await tap(0);
    await Promise.all([phone.synchronise(), tap(1)]);
    if (round % 3 === 0) await expect.poll(() => phone.synchronise(), patience).toBe("connected");
  }
}

async function expectAllThere({ tripId, slug, phones: all, dates, tokens }: Trip): Promise<void> {
  for (const phone of all) {
    await expect.poll(() => phone.synchronise(), patience).toBe("connected");
    expect(await phone.unsent()).toEqual([]);
  }
  const each = rounds * 2 * together;
  expect(await numbersByDevice(tripId)).toEqual(Array(phones).fill(numbersTo(each)));
  expect(await auditedMarks(tripId)).toEqual({ entries: phones * each, marks: phones * each });
  for (const date of dates) {
    const states = await statesOnDay(tripId, date);
    // The last phone to be read saw all marks; those before read again.
    for (const phone of all) {
      expect(await phone.synchronise()).toBe("connected");
      expect(await phone.shown(wholeDay(date))).toEqual(states);
    }
    const headers = { cookie: cookieOf(tokens[0] ?? "") };
    const day = `${demo.address}/organise/trips/${slug}/attendance/${date}`;
    const page = await (await fetch(day, { headers })).text();
    const onPage = page.matchAll(/<li id="([^"]+)" class="mark-(\w+)"/g);
    expect(new Map([...onPage].map(([, id, state]) => [id, state]))).toEqual(states);
  }
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
