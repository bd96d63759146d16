import { gzipSync } from "node:zlib";

export type PageWeight = {
  /** Gzipped kilobytes of every script that a modern browser loads at once. */
  scriptKb: number;
  styleKb: number;
};

/** Loads a page and what its HTML asks for, and weighs it gzipped. */
export async function pageWeight(url: string, cookie = ""): Promise<PageWeight> {
  const html = await text(url, cookie);
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\snomodule/i.test(tag))
    .flatMap((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  const styles = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].flatMap(
    ([tag]) => /\shref="([^"]+)"/.exec(tag)?.[1] ?? [],
  );
  return { scriptKb: await weigh(scripts, url), styleKb: await weigh(styles, url) };
}

async function weigh(paths: readonly string[], base: string): Promise<number> {
  const bodies = await Promise.all(
    [...new Set(paths)].map((path) => text(new URL(path, base).href)),
  );
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0);
  return Math.round(bytes / 10.24) / 100;
}

async function text(url: string, cookie = ""): Promise<string> {
  const response = await fetch(url, { headers: { cookie, "accept-encoding": "identity" } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
