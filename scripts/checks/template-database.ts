import type { TestProject } from "vitest/node";
import { startThrowAwayCluster } from "../postgres/throw-away.ts";
import { migrate } from "../product/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database that each test file gets a copy of. */
    templateUrl: string;
  }
}

/** Starts a PostgreSQL for the tests, unless TEST_DATABASE_URL names one, and migrates it once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given
    ? { url: given, stop: async () => undefined }
    : await startThrowAwayCluster();
  await migrate(cluster.url);
  project.provide("templateUrl", cluster.url);
  return cluster.stop;
}
