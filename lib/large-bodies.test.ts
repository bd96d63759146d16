import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askBeforeLargeBodies, end } from "./large-bodies.ts";

const most = 1_000;
const read: number[] = [];

const server = createServer(async (message, response) => {
  let bytes = 0;
  for await (const piece of message) bytes += (piece as Buffer).length;
  read.push(bytes);
  response.end(String(bytes));
});

beforeAll(async () => {
  askBeforeLargeBodies({
    most,
    mayPass: async ({ headers }) => {
      if (headers["x-who"] === "broken") throw new Error("nobody knows");
      return headers["x-who"] === "known";
    },
    refuse: (_, response) => end(response, 413),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(() => server.close());

type Sent = { bytes: number; who?: string; length?: boolean; whole?: boolean };

/** What is answered; of what is not sent as a whole, only the first hundred bytes ever arrive. */
async function answerTo({ bytes, who = "", length = true, whole = true }: Sent) {
  const { port } = server.address() as AddressInfo;
  const headers = { "x-who": who, ...(length ? { "content-length": bytes } : {}) };
  const sending = request({ port, method: "POST", headers });
  const answered = once(sending, "response") as Promise<[IncomingMessage]>;
  if (whole) sending.end(Buffer.alloc(bytes));
  else sending.write(Buffer.alloc(100));
  const [answer] = await answered;
  let text = "";
  for await (const piece of answer) text += piece;
  sending.destroy();
  return [answer.statusCode, text];
}

it("hands on at once what is small, whoever sends it", async () => {
  expect(await answerTo({ bytes: most })).toEqual([200, "1000"]);
  expect(await answerTo({ bytes: 0 })).toEqual([200, "0"]);
});

it("hands on what is large of those who may, also in pieces, to the last byte", async () => {
  const large = 3_000_000;
  expect(await answerTo({ bytes: large, who: "known" })).toEqual([200, String(large)]);
  expect(await answerTo({ bytes: large, who: "known", length: false })).toEqual([
    200,
    String(large),
  ]);
});

it("answers what is large, or does not say how large it is, before it has arrived and without reading it", async () => {
  const before = read.length;
  for (const length of [true, false]) {
    const sent = { bytes: most + 1, length, whole: false };
    expect(await answerTo(sent)).toEqual([413, ""]);
    expect(await answerTo({ ...sent, who: "broken" })).toEqual([503, ""]);
  }
  expect(read).toHaveLength(before);
});
