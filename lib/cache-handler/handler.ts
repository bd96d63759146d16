import { SharedCacheControls } from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import { policyWithHashes } from "#lib/content-security-policy.ts";
import { inlineScriptHashes } from "./inline-scripts.ts";
import { expirePages, keepPage, keptPage, statusTag } from "./page-cache.ts";

type CachedValue = {
  kind: string;
  html?: string;
  status?: number;
  headers?: Record<string, string | string[] | undefined>;
} | null;

type Context = { _requestHeaders?: Record<string, string | string[] | undefined> };

/** Next joins the tags of a page under this name and takes it off before sending. */
const tagsHeader = "x-next-cache-tags";

/**
 * Where Next keeps public pages (`cacheHandler` in next.config.ts): in the memory of this process alone,
 * each with a Content-Security-Policy that allows exactly its own inline scripts. One is made per request.
 * docs/decisions/public-pages.md says why.
 */
export default class PageCacheHandler {
  #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async get(key: string) {
    const page = keptPage(key);
    return page && { ...page, lastModified: page.madeAt };
  }

  /** Next awaits this before it sends a page just made, so the first reader gets the policy too. */
  async set(key: string, value: CachedValue, context: { cacheControl?: unknown }) {
    if (value?.kind !== "APP_PAGE" || typeof value.html !== "string") return;
    value.headers ??= {};
    const tags = String(value.headers[tagsHeader] ?? "").split(",");
    if (tags.includes(statusTag(404))) value.status = 404;
    // proxy.ts gave this request a nonce, which the page now bears: it is for this one reader.
    if (this.#context._requestHeaders?.["content-security-policy"]) return forgetLifetimes();
    value.headers["content-security-policy"] = policyWithHashes(inlineScriptHashes(value.html));
    if ((value.status ?? 200) !== 200) return forgetLifetimes();
    keepPage(key, { value, madeAt: Date.now(), cacheControl: context.cacheControl, tags });
  }

  async revalidateTag(tags: string | string[]) {
    expirePages([tags].flat());
  }

  resetRequestCache() {}
}

/**
 * A page that does not exist is not kept: made-up addresses would fill the memory. Next itself still notes
 * the lifetime of each in a table without bound, so that is emptied; pages that are kept bring their own.
 */
function forgetLifetimes(): void {
  new SharedCacheControls({} as never, undefined).clear();
}
