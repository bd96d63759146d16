import { withDomain } from "./product/with-database.ts";
import { runCommand } from "./refusal.ts";
import { step } from "./step.ts";

// `npm run db:seed`: the demo data. `npm run db:seed -- register`: the municipalities alone, as they are today.
const [part] = process.argv.slice(2);

await runCommand(() =>
  withDomain(async () => {
    if (part === "register") {
      const { loadRegister } = await import("#db/seed/municipalities.ts");
      await step("Municipalities are loaded", loadRegister, () => "Municipalities loaded");
      return;
    }
    const { seed } = await import("#db/seed/main.ts");
    await step("Demo data is loaded", seed, () => "Demo data loaded");
  }),
);
