import { neededToRead } from "./scanner/code-reader.ts";

/** Makes this page open without the network from now on, and asks the browser not to throw its data away. */
export async function takeAlong(address: string): Promise<void> {
  await navigator.storage?.persist?.();
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register("/service-worker/sw.js", { scope: address });
  const { active } = await navigator.serviceWorker.ready;
  // Without it the page works all the same, and codes are typed.
  const reader = await neededToRead().catch(() => []);
  // What was loaded before the worker began is told to it.
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === location.origin && pathname.startsWith("/_next/static/"),
    )
    .map(({ href }) => href);
  const urlsToCache = [address, ...new Set([...files, ...reader])];
  active?.postMessage({ type: "CACHE_URLS", payload: { urlsToCache } });
}
