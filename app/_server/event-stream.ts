/** Server-sent events to one client. */
export type EventStream = {
  response: Response;
  /** Sends an event, or lets go of a client that does not read what it was sent. */
  send(event: Uint8Array): void;
  /** Ends the answer, after an event if there is one. */
  end(last?: Uint8Array): void;
};

/** Proxies drop connections that are silent for long, and so does the page: see follow.ts of the board. */
const beatMs = 20_000;
const retryMs = 2_000;
/** So many events may wait for a client. It opens anew when it can, and then gets the newest. */
const mostWaiting = 16;

const encoder = new TextEncoder();

/** An event as it is sent, for any number of clients; `data` goes as JSON. */
export const eventOf = (name: string, data: unknown = null) =>
  encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

/** Browsers show a page neither the comment nor silence, so a beat is an event as well. */
const beat = encoder.encode(": still here\nevent: beat\ndata: null\n\n");

/** Opens a stream of events; `closed` is called once, whoever ended it. */
export function openEventStream(closed: () => void): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const pulse = setInterval(() => send(beat), beatMs).unref();

  function over(): void {
    if (!controller) return;
    controller = undefined;
    clearInterval(pulse);
    closed();
  }

  function send(event: Uint8Array): void {
    if (!controller) return;
    if ((controller.desiredSize ?? 0) > 0) {
      controller.enqueue(event);
    } else {
      controller.error(new DOMException("The client does not read", "AbortError"));
      over();
    }
  }

  function end(last?: Uint8Array): void {
    if (last) send(last);
    controller?.close();
    over();
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(made) {
        controller = made;
        made.enqueue(encoder.encode(`retry: ${retryMs}\n\n`));
      },
      cancel: over,
    },
    new CountQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  return { response: new Response(body, { headers }), send, end };
}

// What next.config.ts says of an address about keeping its answer goes before this.
const headers = {
  "cache-control": "no-store, no-transform",
  "content-type": "text/event-stream; charset=utf-8",
  "x-accel-buffering": "no",
};
