import { migrate } from "./product/migrate.ts";
import { withDatabase } from "./product/with-database.ts";
import { runCommand } from "./refusal.ts";
import { step } from "./step.ts";

await runCommand(() =>
  withDatabase((url) =>
    step(
      "The tables are brought up to date",
      () => migrate(url),
      (count) => (count ? `Tables brought up to date: ${count} migrations` : "Tables up to date"),
    ).then(() => undefined),
  ),
);
