import { get, type IncomingMessage } from "node:http";
import { afterAll, expect, test, vi } from "vitest";
import { newDemoPlace, startDemo } from "#scripts/checks/demo.ts";
import { runningDatabase } from "#scripts/product/with-database.ts";

const place = await newDemoPlace();
const demo = await startDemo(place);

afterAll(async () => {
  demo.process.kill("SIGTERM");
  await demo.ended;
  place.remove();
});

test("a server that is asked to stop lets go of the boards that are open, and stops at once", async () => {
  vi.stubEnv("DATABASE_URL", runningDatabase(place.dataFolder) ?? "");
  vi.stubEnv("AUTH_SECRET", "for tests: 0123456789abcdefghijklmnopqrstuvwxyz");
  const { anOpenTrip } = await import("#scripts/checks/open-trip.ts");
  const { beginSessions, cookieOf } = await import("#scripts/checks/sessions.ts");
  const { slug, organiser } = await anOpenTrip();
  const [token = ""] = await beginSessions([organiser.userId]);
  const { pool } = await import("#db/client.ts");
  await pool().end();
  const url = `${demo.address}/organise/trips/${slug}/board/events`;
  const headers = { accept: "text/event-stream", cookie: cookieOf(token) };
  const board = await new Promise<IncomingMessage>((resolve) => get(url, { headers }, resolve));
  expect(board.statusCode).toBe(200);
  expect(board.headers).toMatchObject({
    "cache-control": "no-store, no-transform",
    "content-type": "text/event-stream; charset=utf-8",
  });
  let text = "";
  board.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  await expect
    .poll(() => text, { timeout: 10_000 })
    .toMatch(/^retry: 2000\n\nevent: board\ndata: \{.*\}\n\n$/);
  const ended = new Promise((resolve) => board.once("end", resolve));
  const began = performance.now();
  demo.process.kill("SIGTERM");
  await Promise.all([ended, demo.ended]);
  expect(performance.now() - began).toBeLessThan(10_000);
});
