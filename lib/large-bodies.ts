import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

type Asking = {
  /** Bytes that anybody may send. */
  most: number;
  mayPass: (request: IncomingMessage) => Promise<boolean>;
  /** Answers a request that may not pass, without reading it. */
  refuse: (request: IncomingMessage, response: ServerResponse) => ServerResponse;
};

/**
 * From now on every server of this process hears of a request that has more than `most` bytes, or does not say how many,
 * only once it may pass. Until then nothing of it is read.
 */
export function askBeforeLargeBodies({ most, mayPass, refuse }: Asking): void {
  const asking = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (asking.has(server)) return;
    asking.add(server);
    const tell = server.emit.bind(server) as (event: string, ...facts: unknown[]) => boolean;
    server.emit = (event: string, ...facts: unknown[]) => {
      const [request, response] = facts as [IncomingMessage, ServerResponse];
      if (event !== "request" || !isLarge(request, most)) return tell(event, ...facts);
      mayPass(request).then(
        (passes) => {
          if (request.destroyed) return;
          if (passes) tell(event, ...facts);
          else refuse(request, response);
        },
        () => end(response, 503),
      );
      return true;
    };
  });
}

const isLarge = ({ headers }: IncomingMessage, most: number) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > most;

/** Answers without a word, and reads no more from there. */
export const end = (response: ServerResponse, status: number): ServerResponse =>
  response.writeHead(status, { connection: "close", "cache-control": "no-store" }).end();
