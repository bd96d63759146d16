import { type APIResponse, expect, type Page, test } from "@playwright/test";

/** A page kept for all, one made per request, one that is not there, a handler. */
const addresses = [
  "/",
  "/en",
  "/me",
  "/trips/nav/itinerary",
  "/lt/nav-tokio",
  "/api/nav",
  "/api/health",
];

const valuesOf = (response: APIResponse, name: string) =>
  response
    .headersArray()
    .flatMap((header) => (header.name.toLowerCase() === name ? [header.value] : []));

for (const address of addresses) {
  test(`${address} is sent with one strict policy and the other security headers`, async ({
    request,
  }) => {
    const response = await request.get(address, { maxRedirects: 0 });
    const policies = valuesOf(response, "content-security-policy");
    expect(policies).toHaveLength(1);
    const [policy = ""] = policies;
    const directives = new Map(
      policy.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1).join(" ")]),
    );
    expect(directives.get("script-src")).toMatch(/'(nonce|sha256)-/);
    expect(policy).not.toMatch(/unsafe-|http:|\*/);
    expect(directives.get("style-src")).toBe("'self'");
    for (const name of ["object-src", "base-uri", "frame-ancestors"]) {
      expect(directives.get(name)).toBe("'none'");
    }
    expect(directives.get("form-action")).toBe("'self'");
    expect(valuesOf(response, "x-content-type-options")).toEqual(["nosniff"]);
    expect(valuesOf(response, "referrer-policy")).toEqual(["same-origin"]);
    expect(valuesOf(response, "cross-origin-opener-policy")).toEqual(["same-origin"]);
    expect(valuesOf(response, "permissions-policy")).toHaveLength(1);
    expect(valuesOf(response, "x-powered-by")).toEqual([]);
  });
}

test("two visits get two nonces, and every inline script bears the one of its page", async ({
  request,
}) => {
  const visit = async () => {
    const response = await request.get("/trips/nav/itinerary");
    const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1];
    const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    return nonce;
  };
  expect(await visit()).not.toBe(await visit());
});

test("a reader behind https is told to stay there, and nobody else", async ({ request }) => {
  const secured = await request.get("/", { headers: { "x-forwarded-proto": "https" } });
  expect(secured.headers()["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  expect((await request.get("/")).headers()["strict-transport-security"]).toBeUndefined();
});

test("no address lets something between here and the reader keep its answer", async ({
  request,
}) => {
  for (const address of addresses) {
    const cacheControl = (await request.get(address)).headers()["cache-control"];
    expect(cacheControl, address).toMatch(/no-store|^private, no-cache$/);
  }
});

test("no answer about a person is kept anywhere", async ({ request }) => {
  const id = "00000000-0000-4000-8000-000000000000";
  for (const address of ["/me", `/registrations/${id}/itinerary.pdf`, `/certificates/${id}`]) {
    const cacheControl = (await request.get(address)).headers()["cache-control"];
    expect(cacheControl, address).toBe("no-store");
  }
});

const missing = [
  { address: "/nav-tokio", language: "lv", title: "Lapa nav atrasta" },
  { address: "/trips/nav-tokio", language: "lv", title: "Lapa nav atrasta" },
  { address: "/en/nav/tokio", language: "en", title: "Page not found" },
  { address: "/lt/nav-tokio", language: "lt", title: "Puslapis nerastas" },
  { address: "/api/nav-tokio", language: "lv", title: "Lapa nav atrasta" },
];

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const { address, language, title } of missing) {
    test(`${address} says in words that it is not there`, async ({ page }) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    });
  }
});

for (const address of ["/", "/en/nav-tokio", "/trips/nav/itinerary"]) {
  test(`nothing on ${address} is refused by its own policy`, async ({ page }) => {
    const complaints = listen(page);
    await page.goto(address, { waitUntil: "networkidle" });
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

test("the camera is for the roll call of a trip alone, also where a trip is called so", async ({
  request,
}) => {
  const camera = async (address: string) =>
    valuesOf(await request.get(address, { maxRedirects: 0 }), "permissions-policy").map(
      (value) => value.split(", ")[0],
    );
  for (const language of ["", "/en", "/lt"]) {
    expect(await camera(`${language}/organise/trips/nav/roll-call`)).toEqual(["camera=(self)"]);
    for (const other of ["/trips/roll-call", "/organise/trips/roll-call"]) {
      expect(await camera(language + other)).toEqual(["camera=()"]);
    }
  }
});
