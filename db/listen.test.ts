import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterAll, expect, test, vi } from "vitest";

const server = createServer();

afterAll(() => server.close());

test("a connection that breaks before it listens ends nothing, and the next one is made", async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  vi.stubEnv("DATABASE_URL", `postgres://pieredze@127.0.0.1:${port}/pieredze`);
  vi.stubEnv("AUTH_SECRET", "for tests: 0123456789abcdefghijklmnopqrstuvwxyz");
  vi.stubEnv("LOG_LEVEL", "silent");
  const { listen } = await import("./listen.ts");
  const connected: boolean[] = [];
  void listen({ facts: { heard: () => {}, connected: (now) => connected.push(now) } });
  for (let broken = 0; broken < 2; broken += 1) {
    const [socket] = (await once(server, "connection")) as [Socket];
    await once(socket, "data");
    // Let in and ready for questions; the first one is answered by nobody any more.
    socket.write(Buffer.from("R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I"));
    await once(socket, "data");
    socket.destroy();
    await expect.poll(() => connected.length).toBe(broken + 1);
  }
  expect(connected).toEqual([false, false]);
});
