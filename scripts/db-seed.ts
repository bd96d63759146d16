import { existsSync } from "node:fs";
import { withDatabase } from "./product/with-database.ts";
import { runCommand } from "./refusal.ts";
import { step } from "./step.ts";

await runCommand(() =>
  withDatabase(async () => {
    const main = new URL("../db/seed/main.ts", import.meta.url);
    if (!existsSync(main)) return;
    const { seed } = await import(main.href);
    const { pool } = await import("#db/client.ts");
    try {
      await step("Demo data is loaded", seed, () => "Demo data loaded");
    } finally {
      await pool().end();
    }
  }),
);
