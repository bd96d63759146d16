import { env } from "./env.ts";

/**
 * Whether a request that writes comes from one of our own pages. Browsers send Origin with every form
 * and fetch that writes; without it only `Sec-Fetch-Site: same-origin`, which no page can forge, will do.
 * Next compares Origin with X-Forwarded-Host, which a careless proxy passes on: here the setting counts.
 */
export function sameOrigin(headers: Headers, address = env().APP_URL): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin === new URL(address).origin;
  return headers.get("sec-fetch-site") === "same-origin";
}
