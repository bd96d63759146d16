import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/checks/chromium.ts";

const { executablePath, env } = await findChromium();

/** Journeys against a product that runs: `npm run journeys` starts one with fresh demo data. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  reporter: process.env.JOURNEYS_REPORT
    ? [["line"], ["json", { outputFile: process.env.JOURNEYS_REPORT }]]
    : "list",
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "lv-LV",
    timezoneId: "Europe/Riga",
    trace: "retain-on-failure",
    launchOptions: { executablePath, env },
  },
});
