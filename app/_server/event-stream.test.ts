import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventOf, openEventStream } from "./event-stream.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream, what a client has read of it, and how often it was closed. */
function opened() {
  const closed = vi.fn();
  const stream = openEventStream(closed);
  const reader = (stream.response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => {
    const { value, done } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { ...stream, reader, next, closed };
}

test("a stream is kept by nobody, and says first when to come again", async () => {
  const { response, next } = opened();
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "no-store, no-transform",
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no",
  });
  expect(await next()).toBe("retry: 2000\n\n");
});

test("an event is sent whole, and an ended stream sends nothing more", async () => {
  const { send, end, next, closed } = opened();
  await next();
  send(eventOf("board", { days: [] }));
  expect(await next()).toBe('event: board\ndata: {"days":[]}\n\n');
  end(eventOf("over"));
  send(eventOf("board"));
  end();
  expect(await next()).toBe("event: over\ndata: null\n\n");
  expect(await next()).toBeNull();
  expect(closed).toHaveBeenCalledTimes(1);
});

test("a silent stream beats every 20 seconds with a comment and an event", async () => {
  const { next } = opened();
  await next();
  const beat = next();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await beat).toBe(": still here\nevent: beat\ndata: null\n\n");
});

test("a client that goes away is forgotten, with its beat", async () => {
  const { reader, send, closed } = opened();
  await reader.cancel();
  expect(closed).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  send(eventOf("board"));
  expect(closed).toHaveBeenCalledTimes(1);
});

test("a client that does not read is let go of", async () => {
  const { send, next, closed } = opened();
  for (let events = 0; events < 15; events += 1) send(eventOf("board"));
  expect(closed).not.toHaveBeenCalled();
  send(eventOf("board"));
  expect(closed).toHaveBeenCalledTimes(1);
  await expect(next()).rejects.toThrow("The client does not read");
  expect(vi.getTimerCount()).toBe(0);
});
