import type { ChildProcess } from "node:child_process";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { trip } from "#db/schema/trip.ts";
import { register } from "#domain/registration/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import { freePort } from "#scripts/free-port.ts";
import { startWeb } from "#scripts/product/web.ts";

const cacheOf = async (request: APIRequestContext, address: string) =>
  (await request.get(address)).headers()["x-nextjs-cache"];

/** A page as it is sent, with every space an ordinary one. */
const textOf = async (request: APIRequestContext, address: string) =>
  (await (await request.get(address)).text()).replaceAll("\u00a0", " ");

test("a trip's page is kept, and made anew when a fact on it changes", async ({ request }) => {
  const { slug, tripId } = await anOpenTrip({ capacity: 7 });
  const address = `/trips/${slug}`;
  await expect.poll(() => textOf(request, address)).toContain("Brīvas 7 no 7 vietām");
  await expect.poll(() => cacheOf(request, address)).toBe("HIT");
  const someone = await aPerson();
  const answers = { givenName: "Anna", familyName: "Bērziņa", phone: "20123456" };
  const organisation = await anOrganisation("municipality");
  const wish = { ...answers, organisation, institution: "", position: "juriste", tripSlug: slug };
  await register(someone, { ...wish, locale: "lv" }, new Date());
  await expect.poll(() => textOf(request, address)).toContain("Brīvas 6 no 7 vietām");
  await database()
    .update(trip)
    .set({ title: { lv: "Pārdēvēts brauciens" } })
    .where(eq(trip.id, tripId));
  await expect.poll(() => textOf(request, address)).toContain("Pārdēvēts brauciens");
  await expect.poll(() => textOf(request, "/")).toContain("Pārdēvēts brauciens");
});

test("an address that was nobody's shows the trip that takes it", async ({ request }) => {
  const slug = `tukums-${Date.now()}`;
  expect((await request.get(`/trips/${slug}`)).status()).toBe(404);
  await anOpenTrip({ slug });
  await expect.poll(async () => (await request.get(`/trips/${slug}`)).status()).toBe(200);
});

test("a page kept for all says the same to whoever asks, and nobody's name", async ({
  request,
  playwright,
}) => {
  const { slug } = await anOpenTrip();
  const someone = await aPerson();
  const [token = ""] = await beginSessions([someone.userId]);
  const baseURL = process.env.BASE_URL ?? "";
  const cookie = cookieOf(token);
  const signedIn = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
  for (const address of ["/privacy", `/trips/${slug}`, `/en/trips/${slug}`]) {
    await expect.poll(() => cacheOf(signedIn, address)).toBe("HIT");
    const seen = await textOf(signedIn, address);
    expect(seen).not.toContain(someone.email);
    expect(await textOf(request, address)).toBe(seen);
    expect((await signedIn.get(address)).headers()["set-cookie"]).toBeUndefined();
  }
  await signedIn.dispose();
});

test("a second instance of the web server hears of a change as well", async ({ playwright }) => {
  const port = await freePort();
  const baseURL = `http://localhost:${port}`;
  const env = { ...process.env, NODE_ENV: "production", APP_URL: baseURL } as NodeJS.ProcessEnv;
  const spawned: ChildProcess[] = [];
  const onSpawn = (child: ChildProcess) => spawned.push(child);
  const second = await startWeb("production", { host: "127.0.0.1", port }, { env, onSpawn });
  const request = await playwright.request.newContext({ baseURL });
  try {
    const { slug, tripId } = await anOpenTrip();
    const address = `/trips/${slug}`;
    await expect.poll(() => textOf(request, address)).toContain("Viedā pilsēta Jelgavā");
    await expect.poll(() => cacheOf(request, address)).toBe("HIT");
    await database()
      .update(trip)
      .set({ title: { lv: "Cits nosaukums" } })
      .where(eq(trip.id, tripId));
    await expect.poll(() => textOf(request, address)).toContain("Cits nosaukums");
  } finally {
    await request.dispose();
    await second.stop();
  }
});
