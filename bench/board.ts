import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { anOrganisation, aRegistration } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import type { Figure } from "./figure.ts";
import type { Served } from "./served.ts";

const openBoards = 200;
const municipalities = 10;
const people = 60;
/** Marks that only warm up. */
const unmeasured = 5;
/** Longer than the pause in which a board gathers marks: each of these comes alone. */
const betweenMs = 300;

/** How long after its commit a mark is seen on boards that are open, and how long after it a bare client hears of it. */
export async function measureBoard({ address, databaseUrl }: Served): Promise<Figure[]> {
  const trip = await anOpenTrip({ capacity: people });
  const registrations = await peopleOn(trip);
  const connect = async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return client;
  };
  const [ear, hand] = [await connect(), await connect()];
  const seen = new Seen();
  const url = `${address}/organise/trips/${trip.slug}/board/events`;
  const tokens = await beginSessions(Array(openBoards).fill(trip.organiser.userId));
  const boards = await Promise.all(tokens.map((token) => followed(url, token, seen)));
  const heardMs: number[] = [];
  const seenMs: number[] = [];
  try {
    await ear.query("listen attendance");
    for (const [before, registrationId] of registrations.entries()) {
      await wait(betweenMs);
      const arrival = seen.by(openBoards, before + 1);
      const heard = new Promise<number>((resolve) =>
        ear.once("notification", () => resolve(performance.now())),
      );
      const committedAt = await mark(hand, trip, registrationId);
      const [heardAt, seenAt] = await Promise.all([heard, arrival]);
      if (before < unmeasured) continue;
      heardMs.push(heardAt - committedAt);
      seenMs.push(...seenAt.map((at) => at - committedAt));
    }
  } finally {
    for (const board of boards) board.destroy();
    await Promise.all([ear.end(), hand.end()]);
  }
  return [
    {
      name: `a mark seen on ${openBoards} open boards of a trip of ${people}, against one bare LISTEN that hears of it`,
      unit: "ms after the commit was sent, 95th percentile",
      value: p95(seenMs),
      floor: p95(heardMs),
    },
  ];
}

async function peopleOn({ tripId }: OpenTrip): Promise<string[]> {
  const sending = await Promise.all(
    Array.from({ length: municipalities }, () => anOrganisation("municipality")),
  );
  const seats = Array.from({ length: people }, (_, seat) => ({
    tripId,
    organisationId: sending[seat % municipalities] as string,
    confirmedAt: new Date(),
  }));
  return Promise.all(seats.map((seat) => aRegistration(seat)));
}

/** Who has seen how many present, and when. */
class Seen {
  #wanted = 0;
  #missing = 0;
  #times: number[] = [];
  #done: (times: number[]) => void = () => {};

  /** When each of so many boards first shows this number of people present. */
  by(count: number, present: number): Promise<number[]> {
    this.#wanted = present;
    this.#missing = count;
    this.#times = [];
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  note(present: number): void {
    if (present !== this.#wanted || this.#missing === 0) return;
    this.#times.push(performance.now());
    this.#missing -= 1;
    if (this.#missing === 0) this.#done(this.#times);
  }
}

/** Opens a board and answers once its first event is there. */
async function followed(url: string, token: string, seen: Seen): Promise<IncomingMessage> {
  const headers = { accept: "text/event-stream", cookie: cookieOf(token) };
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers, agent: false }, resolve).on("error", reject),
  );
  if (response.statusCode !== 200) throw new Error(`A board answered ${response.statusCode}`);
  let text = "";
  await new Promise<void>((resolve) => {
    response.setEncoding("utf8").on("data", (chunk: string) => {
      const events = (text + chunk).split("\n\n");
      text = events.pop() ?? "";
      const present = events
        .filter((event) => event.startsWith("event: board"))
        .flatMap((event) => /"present":(\d+)/.exec(event)?.[1] ?? []);
      for (const count of new Set(present)) seen.note(Number(count));
      if (present.length) resolve();
    });
  });
  return response;
}

/** Marks somebody present; answers when the commit was sent. */
async function mark(client: pg.Client, trip: OpenTrip, registrationId: string): Promise<number> {
  await client.query("begin");
  await client.query(
    `insert into attendance (id, trip_day_id, registration_id, present, recorded_by, device, device_at)
     select $1, id, $2, true, $3, 'phone', now() from trip_day where trip_id = $4`,
    [randomUUID(), registrationId, trip.organiser.userId, trip.tripId],
  );
  const sentAt = performance.now();
  await client.query("commit");
  return sentAt;
}

const p95 = (times: number[]) =>
  times.sort((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
