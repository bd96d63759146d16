import { runJourneys } from "./checks/journeys.ts";
import { close } from "./checks/tally.ts";
import { ensureBuild } from "./product/build.ts";
import { runCommand } from "./refusal.ts";

// `npm run journeys -- e2e/registration.spec.ts`: arguments go to Playwright.
await runCommand(async () => {
  await ensureBuild();
  const outcome = await runJourneys(process.argv.slice(2));
  console.log(outcome.output);
  close(outcome);
});
