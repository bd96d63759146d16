import { spawnSync } from "node:child_process";

// `npm run db:generate -- --name WORDS`: writes the migration that the schema's changes need.
const { status } = spawnSync(
  process.execPath,
  ["node_modules/drizzle-kit/bin.cjs", "generate", ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exitCode = status ?? 1;
