import { expect, test } from "@playwright/test";

test("the health address says that the product and its database are well", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("no-store");
  const { version, ...state } = await response.json();
  expect(state).toEqual({ status: "ok", database: "ok" });
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the first page opens in Latvian in a browser", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "lv");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
