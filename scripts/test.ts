import { runJourneys } from "./checks/journeys.ts";
import { staticChecks } from "./checks/static.ts";
import { type Check, close, runChecks } from "./checks/tally.ts";
import { runVitest } from "./checks/vitest.ts";
import { withCluster } from "./postgres/throw-away.ts";
import { ensureBuild } from "./product/build.ts";
import { runCommand } from "./refusal.ts";

await runCommand(async () => close(await withCluster({}, (url) => runChecks(checks(url)))));

function checks(url: string): Check[] {
  return [
    ...staticChecks,
    { title: "Unit and property tests", run: () => runVitest("unit", url) },
    { title: "Database tests", run: () => runVitest("database", url) },
    {
      title: "Production build",
      run: async () => {
        await ensureBuild();
        return { passed: 1, failed: 0 };
      },
    },
    { title: "Starting and stopping", run: () => runVitest("product", url) },
    { title: "Journeys", run: () => runJourneys() },
  ];
}
