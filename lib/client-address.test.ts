import { expect, test } from "vitest";
import { clientAddress, peerHeader } from "./client-address.ts";

const trusted = "127.0.0.1, ::1";

const address = (peer: string, forwarded?: string) =>
  clientAddress(
    new Headers({ [peerHeader]: peer, ...(forwarded ? { "x-forwarded-for": forwarded } : {}) }),
    trusted,
  );

test("whoever connects directly is known by the socket, whatever the header claims", () => {
  expect(address("203.0.113.7")).toBe("203.0.113.7");
  expect(address("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
});

test("behind a trusted proxy the last one that it added counts", () => {
  expect(address("127.0.0.1", "203.0.113.7")).toBe("203.0.113.7");
  expect(address("::ffff:127.0.0.1", "198.51.100.1, 203.0.113.7")).toBe("203.0.113.7");
  expect(address("::1", "198.51.100.1, 203.0.113.7, 127.0.0.1")).toBe("203.0.113.7");
});

test("without a header the proxy itself is the client", () => {
  expect(address("127.0.0.1")).toBe("127.0.0.1");
});

test("without a socket nobody is known", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "203.0.113.7" }), trusted)).toBe("unknown");
});
