import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { demoPeople } from "#db/seed/demo-people.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import type { Figure } from "./figure.ts";
import { pageWeight } from "./page-weight.ts";

/** What a browser loads of each page, gzipped, against the empty page. */
export async function measureWeights(address: string, slug: string): Promise<Figure[]> {
  const trip = `/trips/${slug}`;
  const own = `/organise${trip}`;
  const cookie = await cookieOfOrganiser();
  const pages = [
    { path: "/", atMost: 1.1 },
    { path: trip, atMost: 1.1 },
    { path: "/privacy", atMost: 1.1 },
    { path: `${trip}/itinerary`, atMost: 1.1 },
    { path: `${trip}/registration`, atMost: 1.4 },
    { path: "/sign-in" },
    { path: "/me", cookie },
    { path: "/organise", cookie },
    { path: `${own}/facts`, cookie },
    { path: `${own}/seats`, cookie },
    { path: `${own}/itinerary`, cookie },
    { path: `${own}/registrations`, cookie },
  ];
  const empty = await pageWeight(`${address}/floor`);
  const weighed = pages.map(async ({ path, cookie, atMost }): Promise<Figure[]> => {
    const { scriptKb, styleKb } = await pageWeight(address + path, cookie);
    const name = `${path.replace(slug, "SLUG")} against the empty page`;
    return [
      {
        name,
        unit: "gzipped kB of JavaScript",
        value: scriptKb,
        floor: empty.scriptKb,
        ...(atMost ? { aim: { atMost } } : {}),
      },
      { name, unit: "gzipped kB of CSS", value: styleKb, floor: empty.styleKb },
    ];
  });
  return (await Promise.all(weighed)).flat();
}

async function cookieOfOrganiser(): Promise<string> {
  const email = demoPeople.find(({ role }) => role === "organiser")?.email ?? "";
  const [found] = await database().select({ id: user.id }).from(user).where(eq(user.email, email));
  if (!found) throw new Error("The demo has no organiser");
  const [token = ""] = await beginSessions([found.id]);
  return cookieOf(token);
}
