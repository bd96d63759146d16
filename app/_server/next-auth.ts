import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { env } from "#lib/env.ts";
import type { Locale } from "#lib/locales.ts";
import { authOptions } from "./auth-options.ts";

type Question = {
  /** After /api/auth/, e.g. `["callback", "email"]`. */
  path: string[];
  method: "GET" | "POST";
  query?: Record<string, string>;
  body?: Record<string, string>;
  /** Those that next-auth may see: a damaged one of another kind would make it fail. */
  cookies: Record<string, string>;
};

export type NextAuthAnswer = { location: string | null; cookies: string[] };

/** Calls next-auth within this process and answers where it sends the browser, with which cookies. */
export async function askNextAuth(locale: Locale, question: Question): Promise<NextAuthAnswer> {
  // It takes its own address from the environment alone.
  // biome-ignore lint/style/noProcessEnv: the only way to tell it
  process.env.NEXTAUTH_URL ??= env().APP_URL;
  const { path, method, query, body, cookies } = question;
  const request = { query: { ...query, nextauth: path }, method, body, cookies, headers: {} };
  const headers = new Map<string, string | string[]>();
  const ignore = () => undefined;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: string | string[]) => headers.set(name, value),
    end: ignore,
    json: ignore,
    send: ignore,
  };
  // Of a request and a response it uses no more than this.
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(locale),
  );
  const location = headers.get("Location");
  return {
    location: typeof location === "string" ? location : null,
    cookies: [headers.get("Set-Cookie") ?? []].flat(),
  };
}
