import { type NextRequest, NextResponse } from "next/server";
import { policyInDevelopment, policyWithNonce } from "#lib/content-security-policy.ts";

/**
 * Gives pages made for one request a nonce; Next copies it from the request's policy to every script.
 * Permission is not checked here but in each command and query (docs/decisions/permission-table.md).
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  // biome-ignore lint/style/noProcessEnv: Next replaces it while building
  const development = process.env.NODE_ENV === "development";
  const policy = development
    ? policyInDevelopment()
    : policyWithNonce(nonce, { withPrograms: isRollCall(request) });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** The one page that reads codes. */
const isRollCall = ({ nextUrl }: NextRequest) =>
  /\/organise\/trips\/[^/]+\/roll-call\/?$/.test(nextUrl.pathname);

/**
 * Everything but public pages, whose policy comes from lib/cache-handler, and files, those that people sent
 * having a stricter one. An address that nobody thought of gets a nonce, and is never without a policy.
 */
export const config = {
  matcher: [
    "/((?!_next/|api/files/|(?:(?:en|lt)/)?organise/trips/import/file/?$|(?:(?:en|lt)/?)?$|(?:(?:en|lt)/)?privacy/?$|(?:(?:en|lt)/)?trips/[^/]+/?$|[^?]*\\.[a-z0-9]+$).*)",
    { source: "/:locale(en|lt)?", has: [{ type: "query", key: "topic" }] },
    { source: "/:locale(en|lt)?", has: [{ type: "query", key: "region" }] },
    { source: "/:locale(en|lt)?", has: [{ type: "query", key: "project" }] },
    // A form posted to a public page is answered by a page made for this request.
    { source: "/:path*", has: [{ type: "header", key: "next-action" }] },
    {
      // Not the file of a trip, which is larger than what may be kept while this runs.
      source: "/((?!(?:(?:en|lt)/)?organise/trips/import/file/?$).*)",
      has: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }],
    },
  ],
};
