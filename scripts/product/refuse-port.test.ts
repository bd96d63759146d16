import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { refusePort } from "./refuse-port.ts";

test.each(["127.0.0.1", "0.0.0.0"])(
  "a port taken at %s is refused, with another one",
  async (at) => {
    const server = createServer().listen(0, at);
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    await expect(refusePort({ host: "127.0.0.1", port })).rejects.toThrow(
      `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${port + 1}`,
    );
    server.close();
  },
);

test("a free port is fine", async () => {
  await refusePort({ host: "127.0.0.1", port: await freePort() });
});

test("an address of another machine is refused", async () => {
  await expect(refusePort({ host: "192.0.2.1", port: 3000 })).rejects.toThrow(
    "Nothing can listen at 192.0.2.1 (EADDRNOTAVAIL). HOST must be an address of this machine.",
  );
});
