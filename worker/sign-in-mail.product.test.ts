import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, newDemoPlace, startDemo } from "#scripts/checks/demo.ts";
import { type MailServer, startMailServer } from "#scripts/checks/smtp-server.ts";
import { Visitor } from "#scripts/checks/visitor.ts";

// Somebody signs in at a product that sends real mail.
let place: Awaited<ReturnType<typeof newDemoPlace>>;
let server: MailServer;
let demo: Demo;
const visitor = new Visitor();

beforeAll(async () => {
  place = await newDemoPlace();
  server = await startMailServer();
  demo = await startDemo(place, { SMTP_URL: server.url });
});

afterAll(async () => {
  demo.process.kill("SIGTERM");
  await demo.ended;
  await server.stop();
  place.remove();
});

async function newestMail() {
  await expect.poll(() => server.received.length, { timeout: 10_000 }).toBeGreaterThan(0);
  return PostalMime.parse(server.received.pop()?.source ?? "");
}

async function askForCode(who: Visitor) {
  const fields = { email: "Anna@kraslava.example", locale: "en", returnTo: "/en/me" };
  return who.follow(await who.post(`${demo.address}/api/sign-in`, fields));
}

test("the mailbox of a demo does not exist where mail is sent, and no page speaks of one", async () => {
  expect((await visitor.get(`${demo.address}/dev/mailbox`)).status).toBe(404);
  const page = await (await visitor.get(`${demo.address}/sign-in`)).text();
  expect(page).not.toContain("/dev/mailbox");
});

test("the code of the mail signs in, in the language of the page", async () => {
  const page = await askForCode(visitor);
  expect(new URL(page.url).pathname).toBe("/en/sign-in/code");
  const mail = await newestMail();
  const code = /\d{3}\s\d{3}/.exec(mail.text ?? "")?.[0] ?? "";
  const answer = await visitor.post(`${demo.address}/api/sign-in/code`, { locale: "en", code });
  const [cookie = ""] = answer.headers.getSetCookie().filter((one) => one.includes("session"));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=lax/i);
  const me = await visitor.follow(answer);
  expect(me.url).toBe(`${demo.address}/en/me`);
  expect(await me.text()).toContain("anna@kraslava.example");
});

test("a link that a mail scanner has opened still waits for its button, in any browser", async () => {
  await askForCode(new Visitor());
  const link = /\S+\/sign-in\/confirm\?t=\S+/.exec((await newestMail()).text ?? "")?.[0] ?? "";
  const scanner = new Visitor();
  for (let opened = 0; opened < 3; opened += 1) await scanner.get(link);
  const otherBrowser = new Visitor();
  expect(await (await otherBrowser.get(link)).text()).toContain("anna@kraslava.example");
  const token = new URL(link).searchParams.get("t") ?? "";
  const press = () =>
    otherBrowser.post(`${demo.address}/api/sign-in/link`, { locale: "en", t: token });
  expect((await otherBrowser.follow(await press())).url).toBe(`${demo.address}/en/me`);
  expect(await (await otherBrowser.follow(await press())).text()).toContain("no longer valid");
});

test("a wrong code says how many tries are left", async () => {
  const guesser = new Visitor();
  await askForCode(guesser);
  const mail = await newestMail();
  const wrong = mail.text?.includes("000\u00a0000") ? "111111" : "000000";
  const fields = { locale: "en", code: wrong };
  const answer = await guesser.post(`${demo.address}/api/sign-in/code`, fields);
  expect(await (await guesser.follow(answer)).text()).toContain("4\u00a0tries are left");
});

test("a form of another site signs nobody in or out", async () => {
  const headers = { origin: "https://evil.test" };
  for (const path of ["sign-in", "sign-in/code", "sign-in/link", "sign-out"]) {
    const answer = await fetch(`${demo.address}/api/${path}`, { method: "POST", headers });
    expect(answer.status, path).toBe(403);
  }
});
