import { expect, test } from "vitest";
import { sameOrigin } from "./origin.ts";

const ours = "http://localhost:3000";

const request = (headers: Record<string, string>) => sameOrigin(new Headers(headers), `${ours}/`);

test("a form of our own page is let through", () => {
  expect(request({ origin: ours })).toBe(true);
});

test("a form of another site is not, whatever the proxy says the host is", () => {
  expect(request({ origin: "https://evil.test", "x-forwarded-host": "evil.test" })).toBe(false);
  expect(request({ origin: "null" })).toBe(false);
  expect(request({ origin: "https://evil.test", "sec-fetch-site": "same-origin" })).toBe(false);
});

test("without an Origin only a browser's word for the same origin counts", () => {
  expect(request({})).toBe(false);
  expect(request({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(request({ "sec-fetch-site": "same-origin" })).toBe(true);
});
