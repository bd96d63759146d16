import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Demo, newDemoPlace, startDemo } from "#scripts/checks/demo.ts";
import { type IdentityProvider, startIdentityProvider } from "#scripts/checks/identity-provider.ts";
import { Visitor } from "#scripts/checks/visitor.ts";

let place: Awaited<ReturnType<typeof newDemoPlace>>;
let provider: IdentityProvider;
let demo: Demo;
let visitor: Visitor;

beforeAll(async () => {
  place = await newDemoPlace();
  const address = `http://localhost:${place.port}`;
  provider = await startIdentityProvider(`${address}/api/auth/callback/oidc`);
  demo = await startDemo(place, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_LABEL: "Novada konts",
  });
});

afterAll(async () => {
  demo.process.kill("SIGTERM");
  await demo.ended;
  await provider.stop();
  place.remove();
});

beforeEach(() => {
  visitor = new Visitor();
});

test("the sign-in page offers the provider by its name", async () => {
  const page = await (await visitor.get(`${demo.address}/sign-in`)).text();
  expect(page).toContain("Pieslēgties ar „Novada konts“");
});

test("whoever the provider knows comes back signed in, to the page that was wanted", async () => {
  provider.person = { sub: "anna", email: "Anna@kraslava.example", email_verified: true };
  const back = await signIn("/en/me");
  expect(new URL(back.url).pathname).toBe("/en/me");
  expect(await back.text()).toContain("anna@kraslava.example");
});

test("the same person signing in again is the same person", async () => {
  provider.person = { sub: "anna", email: "anna@kraslava.example", email_verified: true };
  expect(await (await signIn("/me")).text()).toContain("anna@kraslava.example");
});

test("an address that the provider has not verified signs nobody in", async () => {
  provider.person = { sub: "eva", email: "organiser@elsewhere.example", email_verified: false };
  const back = await signIn("/me");
  expect(new URL(back.url).pathname).toBe("/sign-in");
  expect(await back.text()).toContain("nav apliecinājis Jūsu e-pasta adresi");
  expect((await visitor.get(`${demo.address}/me`)).headers.get("location")).toContain("/sign-in");
});

test("an answer that this browser did not ask for signs nobody in", async () => {
  const made = `${demo.address}/api/auth/callback/oidc?code=made-up&state=made-up`;
  const back = await visitor.follow(await visitor.get(made));
  expect(new URL(back.url).pathname).toBe("/sign-in");
  expect(await back.text()).toContain("Pieslēgšanās nav izdevusies");
});

test("another site can neither begin a sign-in nor choose where it ends", async () => {
  const begin = `${demo.address}/api/sign-in/provider`;
  const foreign = await fetch(begin, { method: "POST", headers: { origin: "https://evil.test" } });
  expect(foreign.status).toBe(403);
  provider.person = { sub: "anna", email: "anna@kraslava.example", email_verified: true };
  const back = await signIn("https://evil.test/");
  expect(back.url).toBe(`${demo.address}/me`);
});

/** Presses the button of the sign-in page and goes all the way. */
async function signIn(returnTo: string): Promise<Response> {
  const fields = { locale: returnTo.startsWith("/en") ? "en" : "lv", returnTo };
  const page = await visitor.post(`${demo.address}/api/sign-in/provider`, fields);
  const address = /<a href="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const decoded = address.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  return visitor.follow(await visitor.get(decoded));
}
