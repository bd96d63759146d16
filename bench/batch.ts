import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { unzipSync } from "fflate";
import { startBatch } from "#domain/paper-batch/commands.ts";
import { batchFile } from "#domain/paper-batch/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import type { OpenTrip } from "#scripts/checks/open-trip.ts";
import { readPdf } from "#scripts/checks/pdf.ts";
import { spawnAsWorker } from "#scripts/product/web.ts";
import { anAttendedTrip } from "./attended-trip.ts";
import type { BatchMade, BatchTask } from "./batch-once.ts";
import type { Figure } from "./figure.ts";
import { median, percentile95 } from "./median.ts";
import { ownProcess } from "./own-process.ts";
import { paced } from "./pace.ts";
import type { Served } from "./served.ts";

const people = 300;
const rounds = 5;
const most = { seconds: 15, megabytes: 300 };

/**
 * Certificates of everybody on a trip, as the worker makes them, and what visitors notice of it meanwhile: each round
 * requests go on for as long as a batch takes, then as long without one, and as long beside a process that only counts; of
 * what the rounds say, the median.
 */
export async function measureBatch({ address }: Served, slug: string): Promise<Figure[]> {
  const url = `${address}/trips/${slug}`;
  const made: BatchMade[] = [];
  const waited: Record<"calm" | "busy" | "counting", number[][]> = {
    calm: [],
    busy: [],
    counting: [],
  };
  await paced(url, wait(2_000));
  for (let round = 0; round < rounds; round += 1) {
    const trip = await anAttendedTrip(people);
    const task = await aBatch(trip);
    const worker = await ownProcess<BatchTask, BatchMade>("bench/batch-once.ts", spawnAsWorker);
    // What preparing leaves to be done is done before either is measured.
    await paced(url, wait(3_000));
    const making = worker.ask(task);
    waited.busy.push(await paced(url, making));
    const took = await making;
    await worker.end();
    await check(trip, task.batchId);
    made.push(took);
    waited.calm.push(await paced(url, wait(took.seconds * 1000)));
    waited.counting.push(await paced(url, whileCounting(took.seconds * 1000)));
  }
  const name = `certificates of ${people} people as one batch`;
  const meanwhile = "a trip's page while they are made, against without it";
  return [
    {
      name: `${name}, against ${most.seconds} s`,
      unit: "s",
      value: median(made.map(({ seconds }) => seconds)),
      floor: most.seconds,
      aim: { atMost: 1 },
    },
    {
      name: `${name}, against ${most.megabytes} MB`,
      unit: "MB of the worker's memory at most",
      value: Math.max(...made.map(({ peakMb }) => peakMb)),
      floor: most.megabytes,
      aim: { atMost: 1 },
    },
    {
      name: meanwhile,
      unit: "ms, median",
      value: median(waited.busy.map(median)),
      floor: median(waited.calm.map(median)),
      aim: { atMost: 1.5 },
    },
    {
      name: meanwhile,
      unit: "ms, 95th percentile",
      value: median(waited.busy.map(percentile95)),
      floor: median(waited.calm.map(percentile95)),
      aim: { atMost: 1.5 },
    },
    {
      name: "the same, against while another process does nothing but count, at the lowest priority",
      unit: "ms, 95th percentile",
      value: median(waited.busy.map(percentile95)),
      floor: median(waited.counting.map(percentile95)),
    },
  ];
}

/** What any work at all costs those who read meanwhile: one of the processors is not idle. */
async function whileCounting(milliseconds: number): Promise<void> {
  const counting = spawn(process.execPath, ["--eval", "for (;;) {}"], { stdio: "ignore" });
  if (counting.pid) setPriority(counting.pid, constants.priority.PRIORITY_LOW);
  await wait(milliseconds);
  counting.kill("SIGKILL");
}

/** Asked for now, and made when the trip is over. */
async function aBatch({ tripId, date, organiser }: OpenTrip): Promise<BatchTask> {
  const wanted = { tripId, paper: "certificate", locale: "lv" } as const;
  const started = await startBatch(organiser, wanted, new Date());
  if (!started.ok) throw new Error(started.reason);
  const dayAfter = momentInRiga(date, "12:00").getTime() + 86_400_000;
  return { batchId: started.batchId, now: new Date(dayAfter).toISOString() };
}

/** Everybody has a page in the document, and a file. */
async function check({ slug, organiser }: OpenTrip, batchId: string): Promise<void> {
  const [pdf, zip] = [
    await batchFile(organiser, slug, batchId, "pdf"),
    await batchFile(organiser, slug, batchId, "zip"),
  ];
  if (!pdf || !zip) throw new Error("The batch has no files");
  const [pages, files] = [
    readPdf(pdf.content).pages,
    Object.keys(unzipSync(new Uint8Array(zip.content))).length,
  ];
  if (pages !== people || files !== people)
    throw new Error(`The batch has ${pages} pages and ${files} files for ${people} people`);
}
