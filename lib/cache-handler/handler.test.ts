import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import PageCacheHandler from "./handler.ts";
import { readTag, setHearing, statusTag } from "./page-cache.ts";

const key = "/route-cache/APP_PAGE/x/$/lv/trips/lielupe";

const made = (html: string, tags: string[]) => ({
  kind: "APP_PAGE",
  html,
  status: 200,
  headers: { "x-next-cache-tags": tags.join(",") } as Record<string, string>,
});

beforeEach(() => setHearing(true));

test("a page is sent with the hashes of its inline scripts, and of those alone", async () => {
  const page = made('<script src="/a.js"></script><script id="x">go()</script>', [readTag()]);
  await new PageCacheHandler({}).set(key, page, {});
  const hash = createHash("sha256").update("go()").digest("base64");
  expect(page.headers["content-security-policy"]).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(page.headers["content-security-policy"]).not.toContain("unsafe-inline");
  expect((await new PageCacheHandler({}).get(key))?.value).toBe(page);
});

test("a page that says it does not exist answers 404 and is not kept", async () => {
  const page = made("<p>Lapa nav atrasta</p>", [readTag(), statusTag(404)]);
  await new PageCacheHandler({}).set(key, page, {});
  expect(page.status).toBe(404);
  expect(await new PageCacheHandler({}).get(key)).toBeNull();
});

test("a page that bears the nonce of one request is neither kept nor given a second policy", async () => {
  const page = made("<script nonce='n'>go()</script>", [readTag()]);
  const context = { _requestHeaders: { "content-security-policy": "script-src 'nonce-n'" } };
  await new PageCacheHandler(context).set(key, page, {});
  expect(page.headers["content-security-policy"]).toBeUndefined();
  expect(await new PageCacheHandler({}).get(key)).toBeNull();
});
