import { createHash } from "node:crypto";

const scriptElement = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/** SHA-256, in base64, of each different inline script of a page, in the order of the page. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = [...html.matchAll(scriptElement)]
    .filter(([, attributes = ""]) => !/\ssrc\s*=/.test(attributes))
    .map(([, , text = ""]) => createHash("sha256").update(text).digest("base64"));
  return [...new Set(hashes)];
}
