import { withDomain } from "./product/with-database.ts";
import { runCommand } from "./refusal.ts";
import { step } from "./step.ts";

await runCommand(() =>
  withDomain(async () => {
    const { seed } = await import("#db/seed/main.ts");
    await step("Demo data is loaded", seed, () => "Demo data loaded");
  }),
);
