import autocannon from "autocannon";
import { cpuMilliseconds } from "./process-cpu.ts";

export type Load = {
  requestsPerSecond: number;
  /** CPU milliseconds of the server process per request. */
  cpuMs: number;
  p95Ms: number;
};

export type LoadOptions = {
  url: string;
  /** Process that serves. */
  pid: number;
  amount: number;
  connections: number;
  /** One request each, in turn; without it, plain GETs of `url`. */
  requests?: readonly autocannon.Request[];
  /** Status that every answer must have. */
  expect: number;
};

/** Sends a bounded number of requests and throws unless every answer had the expected status. */
export async function load(options: LoadOptions): Promise<Load> {
  const before = cpuMilliseconds(options.pid);
  const queue = [...(options.requests ?? [])];
  const begun = performance.now();
  const result = await autocannon({
    url: options.url,
    amount: options.amount,
    connections: options.connections,
    timeout: 30,
    // It ends at a tick of its sampling, which is a second unless told otherwise.
    sampleInt: 10,
    ...(options.requests
      ? { requests: [{ setupRequest: (request) => ({ ...request, ...queue.shift() }) }] }
      : {}),
  });
  // Its own duration is told in whole seconds.
  const seconds = (performance.now() - begun) / 1000;
  const cpu = cpuMilliseconds(options.pid) - before;
  const good = result.statusCodeStats?.[`${options.expect}`]?.count ?? 0;
  if (good !== options.amount) {
    const seen = JSON.stringify(result.statusCodeStats);
    throw new Error(
      `${options.url}: ${good} of ${options.amount} answered ${options.expect}: ${seen}`,
    );
  }
  return {
    requestsPerSecond: options.amount / seconds,
    cpuMs: cpu / options.amount,
    p95Ms: result.latency.p97_5,
  };
}
