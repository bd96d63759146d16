import { demoPeople } from "#db/seed/demo-people.ts";
import { keptSecret } from "./data-folder.ts";
import type { Mode, Settings } from "./settings.ts";

/** What web server, worker, migrations and seed get told. */
export function environment(
  { databaseUrl, secret, appUrl }: Settings,
  dataFolder: string,
  url: string,
  mode: Mode,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: url,
    DATABASE_MODE: databaseUrl ? "external" : "embedded",
    AUTH_SECRET: secret ?? keptSecret(dataFolder, "auth-secret"),
    APP_URL: appUrl,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Where the product is, and with demo data as whom one can look around. */
export function lastLine({ appUrl, demoData }: Settings): string {
  const people = demoData ? demoPeople : [];
  const signIns = people.map(({ email, role }) => `${email} (${role})`).join(", ");
  return `Pieredze is ready at ${appUrl}${signIns ? `, sign in as ${signIns}` : ""}`;
}
