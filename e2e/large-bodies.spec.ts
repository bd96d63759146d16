import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { expect, test } from "@playwright/test";
import { createProject } from "#domain/project/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aBomb } from "#scripts/checks/bomb.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const large = 1024 * 1024;

/** The status that is answered when so much is announced, or nothing of how much, and only its beginning is sent. */
async function answerTo(path: string, headers: Record<string, string | number>) {
  const type = { "content-type": "multipart/form-data; boundary=x" };
  const url = `${process.env.BASE_URL}${path}`;
  const sending = request(url, { method: "POST", headers: { ...type, ...headers } });
  sending.on("error", () => {});
  const answered = once(sending, "response") as Promise<[IncomingMessage]>;
  sending.write("--x\r\n");
  const [{ statusCode, headers: told }] = await answered;
  sending.destroy();
  return { status: statusCode, location: told.location, connection: told.connection };
}

test("nobody who is not signed in sends more than a small form, wherever to, however it is sent", async () => {
  const forged = { cookie: cookieOf("x".repeat(43)) };
  for (const path of [
    "/",
    "/sign-in",
    "/api/sign-in",
    "/organise/trips/import/file",
    "/nav-tokio",
  ]) {
    for (const who of [{}, forged, { "next-action": "0".repeat(42) }]) {
      const much = await answerTo(path, { ...who, "content-length": large });
      expect(much, path).toMatchObject({ status: 413, connection: "close" });
      const unsaid = await answerTo(path, { ...who, "transfer-encoding": "chunked" });
      expect(unsaid, path).toMatchObject({ status: 411, connection: "close" });
    }
  }
  const origin = process.env.BASE_URL ?? "";
  const own = await answerTo("/organise/trips/import/file", {
    ...{ origin, referer: `${origin}/organise/trips/import` },
    "content-length": 60 * large,
  });
  const small = await answerTo("/organise/trips/import/file", { origin, "content-length": 1_000 });
  expect(small).toMatchObject({ status: 303 });
  expect(own).toMatchObject({
    status: 303,
    location: "/sign-in?returnTo=%2Forganise%2Ftrips%2Fimport",
  });
  const elsewhere = await answerTo("/sign-in", {
    origin: "https://cits.example",
    "content-length": large,
  });
  expect(elsewhere).toMatchObject({ status: 413 });
});

test("whoever is signed in is read, whether the length is said or not", async ({
  request: sender,
}) => {
  const { userId } = await aPerson();
  const [token = ""] = await beginSessions([userId]);
  const headers = { cookie: cookieOf(token), origin: process.env.BASE_URL ?? "" };
  const file = {
    name: "trip.json",
    mimeType: "application/json",
    buffer: Buffer.alloc(large, " "),
  };
  const sent = await sender.post("/organise/trips/import/file", {
    headers,
    multipart: { file },
    maxRedirects: 0,
  });
  // Of no organisation, so that there is no such page.
  expect(sent.status()).toBe(404);
});

inEveryWay((hand) => {
  test("somebody whose session ended while the form of a logo was open is led to sign in, and back", async ({
    page,
    context,
  }) => {
    const organisationId = await anOrganisation();
    const organiser = await aPerson({ role: "organiser", organisationId });
    const words = { lv: "Vārdi" };
    const texts = { name: words, programme: words, fundingStatement: words, disclaimer: words };
    const facts = { number: organisationId, shortName: "Open", period: "2021-2027" as const };
    const made = await createProject(organiser, { organisationId, ...facts, ...texts });
    const path = `/organise/projects/${made.ok ? made.projectId : ""}`;
    await enter(context, organiser.userId);
    await page.goto(path);
    const picture = await aBomb(6_000, 4_000);
    const buffer = Buffer.concat([picture, Buffer.alloc(4 * large - picture.length)]);
    await page.locator("#logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
    await page.locator('[id="logoName.lv"]').fill("Reģions");
    await context.clearCookies();
    await hand.press(page.getByRole("button", { name: lv.organise.logos.add }));
    await expect(page).toHaveURL(`/sign-in?${new URLSearchParams({ returnTo: path })}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
