import { runProduct } from "./product/run.ts";
import { loadEnvironment, readSettings } from "./product/settings.ts";
import { stopRequest } from "./product/stop-request.ts";
import { runCommand } from "./refusal.ts";

const stop = stopRequest();
await runCommand(() =>
  runProduct(readSettings(loadEnvironment(), "development"), "development", stop),
);
process.exit();
