import { existsSync } from "node:fs";
import { withDomain } from "./product/with-database.ts";
import { runCommand } from "./refusal.ts";
import { step } from "./step.ts";

await runCommand(() =>
  withDomain(async () => {
    const main = new URL("../db/seed/main.ts", import.meta.url);
    if (!existsSync(main)) return;
    const { seed } = await import(main.href);
    await step("Demo data is loaded", seed, () => "Demo data loaded");
  }),
);
