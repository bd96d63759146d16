import { once } from "node:events";
import { existsSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { getPriority } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { beginStart, type Demo, newDemoPlace, startDemo } from "../checks/demo.ts";
import { freePort } from "../free-port.ts";
import { isAlive } from "../process-table.ts";
import { readRunning } from "./data-folder.ts";

// One product goes through all of this, in this order: each test takes it as the one before left it.
const place = await newDemoPlace();
let demo: Demo = await startDemo(place);

afterAll(async () => {
  demo.process.kill("SIGTERM");
  await demo.ended;
  place.remove();
});

const processes = () => readRunning(place.dataFolder)?.processes ?? [];
const pidOf = (name: string) => processes().find((entry) => entry.name === name)?.pid ?? 0;
const health = async () => (await fetch(`${demo.address}/api/health`)).status;

test("each step of a start is a line with its time, and the last line is the address", () => {
  const lines = demo.output().split("\n");
  expect(lines.at(-1)).toMatch(
    new RegExp(`^Pieredze is ready at ${demo.address}(, sign in as |$)`),
  );
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/ {2}\d+\.\d s$/);
});

test("the worker runs behind the web server and the database", () => {
  expect(getPriority(pidOf("worker"))).toBeGreaterThan(getPriority(pidOf("web")));
  expect(getPriority(pidOf("postgres"))).toBe(getPriority(pidOf("web")));
});

test("a second start on the same data says that one runs, and where", async () => {
  const second = beginStart({ dataFolder: place.dataFolder, port: await freePort() });
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(
    `Pieredze already runs on ${place.dataFolder} (process ${demo.process.pid}, ${demo.address}). Stop it first, or choose another DATA_DIR and PORT.`,
  );
});

test("a start at a port in use says so, and brings nothing up", async () => {
  const { dataFolder, remove } = await newDemoPlace();
  const second = beginStart({ dataFolder, port: place.port });
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(
    `Port ${place.port} is in use by another program. Stop that one, or choose another: PORT=${place.port + 1}`,
  );
  expect(existsSync(join(dataFolder, "postgres"))).toBe(false);
  remove();
});

test("while the database hangs, the health address says so within two seconds", async () => {
  process.kill(pidOf("postgres"), "SIGSTOP");
  const began = performance.now();
  const response = await fetch(`${demo.address}/api/health`);
  const took = performance.now() - began;
  process.kill(pidOf("postgres"), "SIGCONT");
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "error", database: "unreachable" });
  expect(took).toBeLessThan(2_000);
  await expect.poll(health).toBe(200);
});

test.each(["web", "worker", "postgres"])("%s comes back after it was killed", async (name) => {
  const killed = pidOf(name);
  process.kill(killed, "SIGKILL");
  await expect.poll(() => pidOf(name), { timeout: 20_000 }).not.toBe(killed);
  await expect.poll(() => health().catch(() => 0), { timeout: 20_000 }).toBe(200);
});

test("a stop lets a request in flight finish and leaves no process behind", async () => {
  await expect.poll(() => processes().every(({ pid }) => isAlive(pid))).toBe(true);
  const left = processes();
  const body = new URLSearchParams({ email: "anna@example.lv", locale: "lv", returnTo: "/me" });
  const sending = request(`${demo.address}/api/sign-in`, {
    method: "POST",
    agent: false,
    headers: {
      // The server asks for the body once it has taken up the request: then that is in flight.
      expect: "100-continue",
      "content-length": Buffer.byteLength(body.toString()),
      "content-type": "application/x-www-form-urlencoded",
      origin: demo.address,
    },
  });
  const answered = once(sending, "response");
  sending.flushHeaders();
  await once(sending, "continue");
  demo.process.kill("SIGTERM");
  await expect.poll(takesConnections, { timeout: 10_000 }).toBe(false);
  sending.end(body.toString());
  const [answer] = (await answered) as [IncomingMessage];
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe("/sign-in/code");
  answer.resume();
  expect(await demo.ended).toBe(0);
  expect(left.filter(({ pid }) => isAlive(pid))).toEqual([]);
});

test("after a start was killed nothing of it stays, and the next is ready within seconds", async () => {
  demo = await startDemo(place);
  const left = processes();
  demo.process.kill("SIGKILL");
  await demo.ended;
  const began = performance.now();
  demo = await startDemo(place);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await health()).toBe(200);
  expect(left.filter(({ pid }) => isAlive(pid))).toEqual([]);
});

/** Whether anybody new is let in; connections that are open already are another matter. */
async function takesConnections(): Promise<boolean> {
  const socket = connect(place.port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
