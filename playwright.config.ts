import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/checks/chromium.ts";

const { executablePath, env } = await findChromium();

/** Journeys against a product that runs: `npm run journeys` starts one with fresh demo data. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  workers: 2,
  // Far longer than anything takes: a slow machine is no fault of the product.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: process.env.JOURNEYS_REPORT
    ? [["dot"], ["json", { outputFile: process.env.JOURNEYS_REPORT }]]
    : "list",
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "lv-LV",
    timezoneId: "Europe/Riga",
    actionTimeout: 60_000,
    trace: "retain-on-failure",
    launchOptions: { executablePath, env },
  },
});
