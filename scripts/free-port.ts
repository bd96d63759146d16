import { once } from "node:events";
import { connect, createServer } from "node:net";

/** A port of this machine that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Why nobody can listen there: an error code such as EADDRINUSE; null when one can. */
export async function portTrouble(host: string, port: number): Promise<string | null> {
  if (await answers(port)) return "EADDRINUSE";
  const server = createServer().listen({ host, port, exclusive: true });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.once("listening", () => server.close(() => resolve(null)));
  });
}

/** Some systems let a second program listen beside one that took all addresses: so ask, too. */
function answers(port: number): Promise<boolean> {
  const socket = connect({ host: "127.0.0.1", port });
  return new Promise((resolve) => {
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
