import { staticChecks } from "./checks/static.ts";
import { close, runChecks } from "./checks/tally.ts";
import { runVitest } from "./checks/vitest.ts";
import { withCluster } from "./postgres/throw-away.ts";
import { runCommand } from "./refusal.ts";

await runCommand(async () =>
  close(
    await withCluster({}, (url) =>
      runChecks([
        ...staticChecks,
        { title: "Unit and property tests", run: () => runVitest("unit", url) },
        { title: "Database tests", run: () => runVitest("database", url) },
      ]),
    ),
  ),
);
