import type { MetadataRoute } from "next";
import { env } from "#lib/env.ts";

/** Read per process: a demonstration stays out of search engines, whoever built it. */
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  if (env().demo) return { rules: { userAgent: "*", disallow: "/" } };
  const personal = [
    "/me",
    "/organise",
    "/sign-in",
    "/municipality",
    "/invitations",
    "/calendars",
    "/api/",
  ];
  const everyLanguage = personal.flatMap((path) => [path, `/en${path}`, `/lt${path}`]);
  return { rules: { userAgent: "*", allow: "/", disallow: everyLanguage } };
}
